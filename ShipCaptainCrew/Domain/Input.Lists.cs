using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Domain;

/// <summary>Reads lists of values.</summary>
public sealed partial class Input
{
    /// <summary>A list of objects, or null if it was not sent.</summary>
    public IReadOnlyList<Input>? Parts(string field)
    {
        if (!Has(field)) return null;
        if (Given[field] is not JsonArray list) return NotAList(field);
        if (list.Count > InputLimits.ListItems)
            Error(field, new LocalizedText("At most {0} are allowed at once.", InputLimits.ListItems));
        return [.. list.Take(InputLimits.ListItems).Select((item, i) => Item(field, item, i))];
    }

    /// <summary>Lines of text, sent as one value or as a list.</summary>
    public IReadOnlyList<string> Texts(string field, int max = InputLimits.Name)
    {
        var texts = (Values(field) ?? []).Select(text => Tidy(field, Cleaning(max)(text), max));
        return [.. texts.OfType<string>().Where(text => text.Length > 0)];
    }

    /// <summary>The ids as sent. A value that is not an id becomes the empty one, which no entity has.</summary>
    public IReadOnlyList<Guid>? Ids(string field) =>
        Values(field)?.Select(value => Guid.TryParseExact(value, "D", out var id) ? id : Guid.Empty).ToList();

    public IReadOnlyList<DateOnly>? Dates(string field) =>
        Values(field)?.Select(value => ListDate(field, value)).Distinct().Order().ToList();

    public IReadOnlyList<T>? Choices<T>(string field)
        where T : struct, Enum =>
        Values(field)?.Select(value => ListChoice<T>(field, value)).Distinct().Order().ToList();

    /// <summary>The words of a list, sent as a list or as text separated by commas, semicolons or spaces.</summary>
    public IReadOnlyList<string> Numbers(string field)
    {
        const StringSplitOptions options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        return
        [
            .. (Values(field) ?? []).SelectMany(text => text.Split([',', ' ', ';'], InputLimits.ListItems, options)),
        ];
    }

    private DateOnly ListDate(string field, string value)
    {
        if (TryReadDate(value, out var date)) return date;
        Error(field, "Enter dates like 2026-07-04.");
        return default;
    }

    private T ListChoice<T>(string field, string value)
        where T : struct, Enum
    {
        if (WireNames.TryRead<T>(value, out var choice)) return choice;
        Error(field, new LocalizedText("Choose from {0}.", string.Join(", ", WireNames.All<T>())));
        return default;
    }

    private List<string>? Values(string field)
    {
        if (!Has(field)) return null;
        if (fields[field] is JsonArray { Count: > InputLimits.ListItems })
            Error(field, new LocalizedText("At most {0} are allowed at once.", InputLimits.ListItems));
        IEnumerable<JsonNode?> nodes = fields[field] is JsonArray list
            ? list.Take(InputLimits.ListItems) : [fields[field]];
        return [.. nodes.Select(node => Scalar(field, node)).OfType<string>().Where(value => value.Length > 0)];
    }

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
