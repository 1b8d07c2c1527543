using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>The facts stored with an email about a position.</summary>
/// <param name="By">The member who made the change; null for a scheduled job.</param>
public sealed record PositionFacts(
    [property: JsonConverter(typeof(JsonStringEnumConverter<CrewRole>))] CrewRole Role, bool Taken, Guid? By)
{
    public static PositionFacts Of(OutboxEmail email) => JsonSerializer.Deserialize<PositionFacts>(email.Facts)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
