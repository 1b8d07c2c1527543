namespace ShipCaptainCrew.Data.Queries;

/// <summary>A row of the outbox that cannot be read as an email, so that only this much of it is shown.</summary>
public sealed class UnreadableEmail
{
    /// <summary>The number of the row in its table.</summary>
    public required long Row { get; init; }

    public required string Kind { get; init; }

    /// <summary>The type of the error; null if it was not tried to send the email.</summary>
    public string? Reason { get; init; }
}
