namespace ShipCaptainCrew.Domain.Sun;

/// <summary>Astronomical time: days since J2000.0, which is noon of 2000-01-01.</summary>
internal static class Epoch
{
    private static readonly DateTimeOffset J2000 = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static double DaysTo(DateTimeOffset instant) => (instant - J2000).TotalDays;

    /// <summary>The instant, rounded to the nearest second.</summary>
    public static DateTimeOffset At(double days) => J2000.AddSeconds(Math.Round(days * 86_400));

    /// <summary>
    /// Terrestrial minus universal time in days: Espenak and Meeus, "Polynomial Expressions for Delta T"
    /// (NASA/TP-2006-214141). The polynomial for 2005–2050 is within one second of theirs back to 2000.
    /// </summary>
    public static double DeltaT(double days)
    {
        var years = days / 365.25;
        var century = 1.8 + years / 100;
        var seconds = years < 50
            ? 62.92 + years * (0.32217 + years * 0.005589)
            : -20 + 32 * century * century - 0.5628 * (150 - years);
        return seconds / 86_400;
    }
}
