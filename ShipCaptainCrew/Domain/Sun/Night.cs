namespace ShipCaptainCrew.Domain.Sun;

/// <summary>
/// The time from a sunset to the next sunrise (UTC, to the second); null if that is more than a day away.
/// </summary>
public sealed record Night(DateTimeOffset? Sunset, DateTimeOffset? Sunrise)
{
    public bool Meets(DateTimeOffset from, DateTimeOffset until) => !(Sunset >= until) && !(Sunrise <= from);
}
