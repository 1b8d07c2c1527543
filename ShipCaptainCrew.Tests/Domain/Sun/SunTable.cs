using System.Globalization;
using ShipCaptainCrew.Domain.Sun;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Domain.Sun;

internal static class SunTable
{
    /// <summary>
    /// The table in the repository, and those listed in SUN_TABLES, by paths relative to the repository root.
    /// </summary>
    public static IEnumerable<string> Names =>
        (Environment.GetEnvironmentVariable("SUN_TABLES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Prepend("ShipCaptainCrew.Tests/Domain/Sun/reference.csv");

    /// <summary>
    /// All rows except those marked "grazing", in which a tiny difference decides whether the event occurs.
    /// </summary>
    public static IReadOnlyList<SunRow> Read(string name) =>
    [
        .. Repository.Lines(name).Skip(1)
            .Select(line => line.Split(',')).Where(cells => !cells[9].Contains("grazing", StringComparison.Ordinal))
            .Select(Row),
    ];

    private static SunRow Row(string[] cells)
    {
        var (latitude, longitude) = (Number(cells[1]), Number(cells[2]));
        var date = DateOnly.Parse(cells[3], CultureInfo.InvariantCulture);
        var day = SunTimes.On(date, latitude, longitude, Zone(cells[4]));
        var limit = SunLimit.For(latitude, (int)Number(cells[7]));
        return new(string.Join(',', cells), limit, Instant(cells[6]), Event(day, cells[5]));
    }

    private static DateTimeOffset? Event(SunDay day, string name) => name switch
    {
        "civil_dawn" => day.CivilDawn,
        "sunrise" => day.Sunrise,
        "solar_noon" => day.SolarNoon,
        "sunset" => day.Sunset,
        "civil_dusk" => day.CivilDusk,
        _ => throw new ArgumentException($"No event is called {name}."),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string text) =>
        text == "" ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string offset) =>
        TimeZoneInfo.CreateCustomTimeZone(
            offset, TimeSpan.Parse(offset.TrimStart('+'), CultureInfo.InvariantCulture), offset, offset);
}
