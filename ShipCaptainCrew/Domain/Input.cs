using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Domain;

/// <summary>
/// What somebody gave, from a form or as JSON, read field by field. A field that is absent keeps its present value,
/// null or empty clears it, and a bad one notes an error under its own name instead of stopping the reading, so that
/// all are told at once.
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

    /// <summary>The key under which a repeated request is recognised; null where the sender gave none.</summary>
    public IdempotencyKey? IdempotencyKey { get; init; }

    /// <summary>The refusal of all that was read so far, or null where all of it was good.</summary>
    public Refusal? Refusal => unreadable ?? (errors.Count > 0 ? Refusal.Invalid(errors) : null);

    public JsonObject Given => fields;

    public bool Has(string field) => fields.ContainsKey(field);

    public bool IsNull(string field) => fields[field] is null;

    /// <summary>Whether the field was given, and given as null.</summary>
    public bool Clears(string field) => Has(field) && IsNull(field);

    /// <summary>
    /// Whether the field was given as null or as nothing but space, as a form gives what was left empty.
    /// </summary>
    public bool IsBlank(string field) =>
        Clears(field)
            || (fields[field] is JsonValue value && TextOf(value) is { } text && string.IsNullOrWhiteSpace(text));

    public bool HasError(string field) => errors.ContainsKey(prefix + field);

    public void Error(string field, LocalizedText words)
    {
        var name = prefix + field;
        if (!errors.TryGetValue(name, out var list)) errors[name] = list = [];
        list.Add(words);
    }

    /// <summary>A nested object, its fields named <c>outer.inner</c> in errors.</summary>
    public Input Part(string field)
    {
        var part = fields[field];
        if (part is not null and not JsonObject) Error(field, "This should be a group of fields.");
        return Inner(part as JsonObject ?? [], $"{prefix}{field}.");
    }

    /// <summary>A list of objects, or null where it was not given.</summary>
    public IReadOnlyList<Input>? Parts(string field)
    {
        if (!Has(field)) return null;
        if (Given[field] is not JsonArray list) return NotAList(field);
        if (list.Count > InputLimits.ListItems)
            Error(field, new LocalizedText("At most {0} are taken at once.", InputLimits.ListItems));
        return [.. list.Take(InputLimits.ListItems).Select((item, i) => Item(field, item, i))];
    }

    /// <summary>What was given, as one fixed text, to tell a repeat from another wish under the same key.</summary>
    public static string Fingerprint(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    /// <summary>Lines of text, given as one or as a list.</summary>
    public IReadOnlyList<string> Texts(string field, int max = InputLimits.Name) =>
        [
            .. (Values(field) ?? []).Select(text => Tidy(field, text.Trim(), max)).OfType<string>()
                .Where(text => text.Length > 0)];

    private Input Inner(JsonObject inner, string name) => new(inner, name, errors, unreadable);

    private Input Item(string field, JsonNode? item, int i)
    {
        var name = $"{field}[{i}]";
        if (item is not JsonObject) Error(name, "This should be a group of fields.");
        return Inner(item as JsonObject ?? [], $"{prefix}{name}.");
    }

    private IReadOnlyList<Input> NotAList(string field)
    {
        if (fields[field] is not null) Error(field, "This should be a list.");
        return [];
    }
}
