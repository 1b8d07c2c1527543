namespace ShipCaptainCrew.Data.Queries;

/// <summary>The emails of all operators.</summary>
public sealed class EmailCounts
{
    public required long Waiting { get; init; }

    /// <summary>Rows that cannot be read. They are skipped and wait for an administrator.</summary>
    public required long Unreadable { get; init; }
}
