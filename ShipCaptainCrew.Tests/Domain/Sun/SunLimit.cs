namespace ShipCaptainCrew.Tests.Domain.Sun;

/// <summary>How many seconds a computed time may differ.</summary>
internal sealed record SunLimit(string Rows, int Median, int Worst)
{
    private static readonly SunLimit
        ToTheSecond = new("Up to 60°, published to the second", 5, 20),
        ToTheMinute = new("Up to 60°, published to the minute", 35, 35),
        High = new("60–70°", 60, 60),
        Polar = new("Beyond 70°", 120, 120);

    // Near the poles the altitude of the Sun changes more slowly, so the same error in altitude is a longer time.
    public static SunLimit For(double latitude, int precisionSeconds) => Math.Abs(latitude) switch
    {
        <= 60 => precisionSeconds < 60 ? ToTheSecond : ToTheMinute,
        <= 70 => High,
        _ => Polar,
    };
}
