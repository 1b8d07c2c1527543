namespace ShipCaptainCrew.Domain.Sun;

/// <summary>The zone a ship keeps on the high seas: the nearest whole hour of longitude.</summary>
public static class NauticalZone
{
    /// <summary>
    /// Under its IANA name, which counts hours west as positive: <c>Etc/GMT+8</c> is eight hours behind UTC.
    /// </summary>
    public static TimeZoneInfo At(double longitude)
    {
        var hours = (int)Math.Round(longitude / 15);
        var name = $"Etc/GMT{-hours:+0;-0;''}";
        return TimeZoneInfo.CreateCustomTimeZone(name, TimeSpan.FromHours(hours), name, name);
    }
}
