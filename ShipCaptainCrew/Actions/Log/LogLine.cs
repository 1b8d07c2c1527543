using System.Text.Json;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Log;

/// <summary>One entry of the audit log, with the current name of the member who acted.</summary>
public sealed record LogLine
{
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public required Guid? MemberId { get; init; }

    public required string? Name { get; init; }

    public required Guid SubjectId { get; init; }

    public required Guid? CharterId { get; init; }

    public required JsonElement Facts { get; init; }

    /// <summary>
    /// Done with a link, without signing in: by a guest, the shore contact, or a member from an email.
    /// </summary>
    public bool ByLink { get; init; }

    /// <summary>The event as it was raised; null when the facts cannot be deserialized.</summary>
    public DomainEvent? Event => LogFacts.Read(Kind, Facts);

    /// <summary>
    /// Null when the app acted by itself, when the origin is unknown, or when the viewer may not see it.
    /// </summary>
    public LogOrigin? From { get; init; }
}
