namespace ShipCaptainCrew.Tests.Domain.Sun;

/// <summary>One row of a table: when an event occurs at a place on a date, or that it does not occur.</summary>
internal sealed record SunRow(string Text, SunLimit Limit, DateTimeOffset? Published, DateTimeOffset? Computed)
{
    public bool Agrees => Published.HasValue == Computed.HasValue;

    public double? Error => (Computed - Published)?.Duration().TotalSeconds;
}
