using static System.Math;

namespace ShipCaptainCrew.Domain.Sun;

/// <summary>
/// The apparent position of the center of the Sun: declination and Greenwich hour angle (radians, westward).
/// </summary>
internal readonly record struct SolarPosition(double SinDeclination, double CosDeclination, double GreenwichHourAngle)
{
    private const double Degree = PI / 180;

    /// <summary>
    /// Jean Meeus, Astronomical Algorithms, 2nd edition: longitude of the Sun with nutation and aberration (chapter 25,
    /// accurate to 0.01°), obliquity (22.2) and apparent sidereal time (12.4).
    /// </summary>
    /// <param name="days">Universal time in days since J2000.0.</param>
    public static SolarPosition At(double days)
    {
        var centuries = (days + Epoch.DeltaT(days)) / 36_525;
        var (sinNode, cosNode) = SinCos((125.04 - 1934.136 * centuries) * Degree);
        var nutation = -0.00478 * sinNode;
        var (sinLongitude, cosLongitude) = SinCos((TrueLongitude(centuries) - 0.00569 + nutation) * Degree);
        var (sinObliquity, cosObliquity) = SinCos((MeanObliquity(centuries) + 0.00256 * cosNode) * Degree);
        var sinDeclination = sinObliquity * sinLongitude;
        var rightAscension = Atan2(cosObliquity * sinLongitude, cosLongitude);
        var siderealTime = (MeanSiderealTime(days) + nutation * cosObliquity) * Degree;
        return new(sinDeclination, Sqrt(1 - sinDeclination * sinDeclination), siderealTime - rightAscension);
    }

    private static double TrueLongitude(double t)
    {
        var meanLongitude = 280.46646 + t * (36_000.76983 + t * 0.0003032);
        var (sin, cos) = SinCos((357.52911 + t * (35_999.05029 - t * 0.0001537)) * Degree);
        var sinTwice = 2 * sin * cos;
        var sinThrice = sin * (3 - 4 * sin * sin);
        return meanLongitude
            + (1.914602 - t * (0.004817 + t * 0.000014)) * sin
            + (0.019993 - t * 0.000101) * sinTwice
            + 0.000289 * sinThrice;
    }

    private static double MeanObliquity(double t) => 23.4392911 - t * (0.0130042 + t * (1.64e-7 - t * 5.04e-7));

    private static double MeanSiderealTime(double days)
    {
        var t = days / 36_525;
        return 280.46061837 + 360.98564736629 * days + t * t * (0.000387933 - t / 38_710_000);
    }
}
