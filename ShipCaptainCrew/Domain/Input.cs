using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// The fields of a request, from a form or as JSON. A missing field keeps its current value; null or empty clears it.
/// An invalid field adds an error under its name and reading continues, so that all errors are reported together.
/// </summary>
public sealed partial class Input
{
    private readonly JsonObject fields;
    private readonly string prefix;
    private readonly OrderedDictionary<string, List<LocalizedText>> errors;
    private readonly Refusal? unreadable;

    private Input(
        JsonObject fields, string prefix, OrderedDictionary<string, List<LocalizedText>> errors, Refusal? unreadable) =>
        (this.fields, this.prefix, this.errors, this.unreadable) = (fields, prefix, errors, unreadable);

    public static Input Of(JsonObject fields, IdempotencyKey? idempotencyKey = null) =>
        new(fields, "", new(StringComparer.Ordinal), null) { IdempotencyKey = idempotencyKey };

    public static Input Empty() => Of([]);

    public static Input Unreadable(Refusal refusal) => new([], "", new(StringComparer.Ordinal), refusal);

    /// <summary>The key that identifies a repeated request; null if the client sent none.</summary>
    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>The refusal for everything read so far, or null if all of it was valid.</summary>
    public Refusal? Refusal => unreadable ?? (errors.Count > 0 ? Refusal.Invalid(errors) : null);

    public JsonObject Given => fields;

    public bool Has(string field) => fields.ContainsKey(field);

    public bool IsNull(string field) => fields[field] is null;

    /// <summary>Whether the field was sent as null.</summary>
    public bool Clears(string field) => Has(field) && IsNull(field);

    /// <summary>Whether the field was sent as null or as white space, as a form sends an empty field.</summary>
    public bool IsBlank(string field) =>
        Clears(field)
            || (fields[field] is JsonValue value && TextOf(value) is { } text && TypedText.Lines(text).Length == 0);

    public bool HasError(string field) => errors.ContainsKey(prefix + field);

    public void Error(string field, LocalizedText message)
    {
        var name = prefix + field;
        if (!errors.TryGetValue(name, out var list)) errors[name] = list = [];
        list.Add(message);
    }

    /// <summary>A nested object. Its fields are named <c>outer.inner</c> in errors.</summary>
    public Input Part(string field)
    {
        var part = fields[field];
        if (part is not null and not JsonObject) Error(field, "This should be a group of fields.");
        return Inner(part as JsonObject ?? [], $"{prefix}{field}.");
    }

    /// <summary>A hash of a request body, to detect a different request that reuses an idempotency key.</summary>
    public static string Fingerprint(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private Input Inner(JsonObject inner, string name) => new(inner, name, errors, unreadable);
}
