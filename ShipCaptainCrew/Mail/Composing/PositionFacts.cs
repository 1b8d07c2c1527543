using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>What a letter about a place keeps of its cause.</summary>
/// <param name="By">Who did it; null for the ship's own clock.</param>
public sealed record PositionFacts(
    [property: JsonConverter(typeof(JsonStringEnumConverter<CrewRole>))] CrewRole Role, bool Taken, Guid? By)
{
    public static PositionFacts Of(OutboxEmail email) => JsonSerializer.Deserialize<PositionFacts>(email.Facts)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
