using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Mail;

/// <summary>What a letter about a place keeps of its cause.</summary>
/// <param name="By">Who did it; null for the ship's own clock.</param>
public sealed record PlaceFacts([property: JsonConverter(typeof(JsonStringEnumConverter<CrewRole>))] CrewRole Role, bool Taken, Guid? By)
{
    public static PlaceFacts Of(Letter letter) => JsonSerializer.Deserialize<PlaceFacts>(letter.Facts)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
