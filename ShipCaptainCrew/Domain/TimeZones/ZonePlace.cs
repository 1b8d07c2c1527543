using System.Globalization;
using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Domain.TimeZones;

/// <summary>
/// A time zone, its country, and the position of its principal place in degrees (north and east positive). Source:
/// <c>zone.tab</c> of the IANA time zone database.
/// </summary>
/// <param name="Country">ISO 3166 two-letter code.</param>
public sealed partial record ZonePlace(string Zone, string Country, double Latitude, double Longitude)
{
    private const string Resource = "zones.tab";

    private static readonly Lazy<IReadOnlyList<ZonePlace>> Rows = new(Load);

    public static IReadOnlyList<ZonePlace> All => Rows.Value;

    /// <summary>The place closest to a position.</summary>
    public static ZonePlace Nearest(double latitude, double longitude) =>
        All.MaxBy(place => place.CosineOfDistance(latitude, longitude))!;

    /// <summary>The cosine of the central angle between the place and a position: the larger, the closer.</summary>
    private double CosineOfDistance(double latitude, double longitude)
    {
        var (here, there) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(latitude));
        var east = double.DegreesToRadians(longitude - Longitude);
        return (Math.Sin(here) * Math.Sin(there)) + (Math.Cos(here) * Math.Cos(there) * Math.Cos(east));
    }

    private static List<ZonePlace> Load()
    {
        using var stream = typeof(ZonePlace).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(line => !line.StartsWith('#')).Select(line => Parse(line.Split('\t')))];
    }

    private static ZonePlace Parse(string[] columns)
    {
        var position = Position().Match(columns[1]);
        return new(columns[2], columns[0], Degrees(position.Groups[1]), Degrees(position.Groups[2]));
    }

    /// <summary>Reads ISO 6709: a sign, two or three digits of degrees, then minutes and seconds.</summary>
    private static double Degrees(Group coordinate)
    {
        var digits = coordinate.ValueSpan[1..];
        var seconds = digits.Length >= 6 ? digits[^2..] : [];
        var whole = digits[..^seconds.Length];
        var size = Number(whole[..^2]) + (Number(whole[^2..]) / 60) + (Number(seconds) / 3600);
        return coordinate.ValueSpan[0] == '-' ? -size : size;
    }

    private static double Number(ReadOnlySpan<char> digits) =>
        digits.IsEmpty ? 0 : double.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([+-]\d+)([+-]\d+)$")]
    private static partial Regex Position();
}
