namespace ShipCaptainCrew.Domain.Sun;

/// <summary>
/// From a sunset until the sunrise after it (UTC to the second); null where that is more than a day away.
/// </summary>
public sealed record Night(DateTimeOffset? Sunset, DateTimeOffset? Sunrise)
{
    public bool Meets(DateTimeOffset from, DateTimeOffset until) => !(Sunset >= until) && !(Sunrise <= from);
}
