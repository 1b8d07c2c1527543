namespace ShipCaptainCrew.Domain.Sun;

/// <summary>The nautical time zone of a longitude: the nearest whole hour.</summary>
public static class NauticalZone
{
    /// <summary>
    /// The zone with its IANA name, which counts hours west as positive: <c>Etc/GMT+8</c> is eight hours behind UTC.
    /// </summary>
    public static TimeZoneInfo At(double longitude)
    {
        var hours = (int)Math.Round(longitude / 15);
        var name = $"Etc/GMT{-hours:+0;-0;''}";
        return TimeZoneInfo.CreateCustomTimeZone(name, TimeSpan.FromHours(hours), name, name);
    }
}
