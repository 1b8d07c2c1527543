using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Evidence;

/// <summary>Writes an event into the log as JSON, and reads it back as the record it was.</summary>
public static class LogFacts
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Default,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>
    /// The event record of each kind, without <see cref="ReferenceDataRecorded"/>, which has none of its own.
    /// </summary>
    private static readonly Dictionary<string, Type> Types = (
        from type in typeof(DomainEvent).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(DomainEvent)) && type != typeof(ReferenceDataRecorded)
        from kind in KindsOf(type)
        select (kind, type)).ToDictionary(row => row.kind, row => row.type);

    public static IEnumerable<string> Kinds => Types.Keys;

    public static string Write(DomainEvent news) => JsonSerializer.Serialize(news, news.GetType(), Json);

    /// <summary>
    /// A kind that no record declares is read as <see cref="ReferenceDataRecorded"/>. Null where the facts don't have
    /// the record's shape. Facts that are missing have their type's default value, which is null for a list.
    /// </summary>
    public static DomainEvent? Read(string kind, JsonElement facts)
    {
        try
        {
            var news =
                (DomainEvent?)facts.Deserialize(Types.GetValueOrDefault(kind, typeof(ReferenceDataRecorded)), Json);
            return news is ReferenceDataRecorded recorded ? Named(recorded, kind) : news;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Goes by the kind where the facts leave out the noun and the deed.</summary>
    private static ReferenceDataRecorded? Named(ReferenceDataRecorded recorded, string kind) =>
        kind.Split('.') is [var noun, var deed] ? new(noun, deed, recorded.Id, recorded.Fields ?? []) : null;

    private static IEnumerable<string> KindsOf(Type type) =>
        type.GetField("LogKind")?.GetRawConstantValue() is string kind ? [kind]
        : type.GetField("LogKinds")?.GetValue(null) as IEnumerable<string>
        ?? throw new InvalidOperationException($"{type.Name} declares no LogKind.");
}
