using System.Text.Json;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>The facts stored with a request to sign a waiver.</summary>
/// <param name="Reminder">
/// Whether a scheduled job wrote it. The guest can turn reminders off, but not the first request or one that a person
/// sends.
/// </param>
public sealed record WaiverRequestFacts(bool Reminder)
{
    public static WaiverRequestFacts Of(OutboxEmail email) =>
        JsonSerializer.Deserialize<WaiverRequestFacts>(email.Facts)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
