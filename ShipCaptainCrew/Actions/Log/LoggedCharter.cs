namespace ShipCaptainCrew.Actions.Log;

/// <summary>A charter as a log entry shows it.</summary>
public sealed record LoggedCharter(Guid Id, string Title, DateOnly Date, string TimeZone)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
