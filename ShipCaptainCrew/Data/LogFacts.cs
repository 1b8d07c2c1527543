using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data;

/// <summary>Writes an event into the log as JSON, and reads it back as the record it was.</summary>
public static class LogFacts
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.Default,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The event record of each kind, without <see cref="Recorded"/>, which has none of its own.</summary>
    private static readonly Dictionary<string, Type> Types = (
        from type in typeof(Announcement).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Announcement)) && type != typeof(Recorded)
        from kind in KindsOf(type)
        select (kind, type)).ToDictionary(row => row.kind, row => row.type);

    public static IEnumerable<string> Kinds => Types.Keys;

    public static string Write(Announcement news) => JsonSerializer.Serialize(news, news.GetType(), Json);

    /// <summary>
    /// A kind that no record declares is read as <see cref="Recorded"/>. Null where the facts don't have the record's
    /// shape. Facts that are missing have their type's default value, which is null for a list.
    /// </summary>
    public static Announcement? Read(string kind, JsonElement facts)
    {
        try
        {
            var news = (Announcement?)facts.Deserialize(Types.GetValueOrDefault(kind, typeof(Recorded)), Json);
            return news is Recorded recorded ? Named(recorded, kind) : news;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Goes by the kind where the facts leave out the noun and the deed.</summary>
    private static Recorded? Named(Recorded recorded, string kind) =>
        kind.Split('.') is [var noun, var deed] ? new(noun, deed, recorded.Id, recorded.Fields ?? []) : null;

    private static IEnumerable<string> KindsOf(Type type) =>
        type.GetField("LogKind")?.GetRawConstantValue() is string kind ? [kind]
        : type.GetField("LogKinds")?.GetValue(null) as IEnumerable<string>
        ?? throw new InvalidOperationException($"{type.Name} declares no LogKind.");
}
