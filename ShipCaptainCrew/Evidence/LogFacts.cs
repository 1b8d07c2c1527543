using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Evidence;

/// <summary>Writes an event as the JSON of a log entry, and reads it back as the same event record.</summary>
public static class LogFacts
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Default,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>
    /// The event record of each kind, except <see cref="ReferenceDataRecorded"/>, which has no kinds of its own.
    /// </summary>
    private static readonly Dictionary<string, Type> Types = (
        from type in typeof(DomainEvent).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(DomainEvent)) && type != typeof(ReferenceDataRecorded)
        from kind in KindsOf(type)
        select (kind, type)).ToDictionary(row => row.kind, row => row.type);

    public static IEnumerable<string> Kinds => Types.Keys;

    public static string Write(DomainEvent domainEvent) =>
        JsonSerializer.Serialize(domainEvent, domainEvent.GetType(), Json);

    /// <summary>
    /// Reads the facts of a kind. A kind that no record declares is read as <see cref="ReferenceDataRecorded"/>.
    /// Missing facts have their type's default value, which is null for a list. Null if the facts do not fit the
    /// record.
    /// </summary>
    public static DomainEvent? Read(string kind, JsonElement facts)
    {
        try
        {
            var type = Types.GetValueOrDefault(kind, typeof(ReferenceDataRecorded));
            var domainEvent = (DomainEvent?)facts.Deserialize(type, Json);
            return domainEvent is ReferenceDataRecorded recorded ? WithKind(recorded, kind) : domainEvent;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes the noun and the deed from the kind, because the facts may lack them.</summary>
    private static ReferenceDataRecorded? WithKind(ReferenceDataRecorded recorded, string kind) =>
        kind.Split('.') is [var noun, var deed] ? new(noun, deed, recorded.Id, recorded.Fields ?? []) : null;

    private static IEnumerable<string> KindsOf(Type type) =>
        type.GetField("LogKind")?.GetRawConstantValue() is string kind ? [kind]
        : type.GetField("LogKinds")?.GetValue(null) as IEnumerable<string>
        ?? throw new InvalidOperationException($"{type.Name} declares no LogKind.");
}
