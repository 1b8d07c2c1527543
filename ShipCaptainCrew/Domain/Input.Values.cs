using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Domain;

/// <summary>Reads single values, and lists of them, each by what it should be.</summary>
public sealed partial class Input
{
    /// <summary>A line of text; of several lines where <paramref name="max"/> is that of a whole text.</summary>
    public string? Text(string field, string? now = null, int max = InputLimits.Name, LocalizedText? required = null) =>
        Read(field, now, required, value => Tidy(field, value, max));

    public string? Email(string field, string? now = null, LocalizedText? required = null) =>
        Read(field, now, required,
            value =>
                MailAddress.TryCreate(value, out var mail) && mail.Address == value && value.Length <= InputLimits.Email
            && value.All(c => c is > ' ' and not ('<' or '>' or ',' or ';' or '\u007f') && !char.IsControl(c))
            ? value
            : Bad<string>(field, "Enter an e-mail address like name@example.com."));

    public int? Whole(string field, int? now, int min, int max, LocalizedText? required = null) =>
        ReadValue(field, now, required, value =>
            !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? BadValue<int>(field, "Enter a whole number.")
            : number < min || number > max
                ? BadValue<int>(field, new LocalizedText("Enter a number from {0} to {1}.", min, max))
            : number);

    public double? Number(string field, double? now, double min, double max, LocalizedText? required = null) =>
        ReadValue(field, now, required, value =>
            !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                || !double.IsFinite(number)
                ? BadValue<double>(field, "Enter a number.")
            : number < min || number > max
                ? BadValue<double>(field, new LocalizedText("Enter a number from {0} to {1}.", min, max))
            : number);

    /// <param name="usual">What it is once cleared.</param>
    public bool Flag(string field, bool now, bool usual = false) =>
        IsBlank(field) ? usual : ReadValue<bool>(field, now, null, value => value switch
        {
            "true" or "on" => true,
            "false" => false,
            _ => BadValue<bool>(field, "Say true or false."),
        }) ?? now;

    /// <param name="first">The first day that can be meant; of a charter, none before <see
    /// cref="InputLimits.FirstDay"/>.</param>
    public DateOnly? Date(string field, DateOnly? now, LocalizedText? required = null, DateOnly? first = null) =>
        ReadValue(field, now, required, value =>
            !DateOnly.TryParseExact(
                value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? BadValue<DateOnly>(field, "Enter a date like 2026-07-04.")
                : date < (first ?? InputLimits.FirstDay) || date > InputLimits.LastDay
                    ? BadValue<DateOnly>(field,
                        new LocalizedText("Enter a date from {0:yyyy-MM-dd} to {1:yyyy-MM-dd}.",
                            first ?? InputLimits.FirstDay, InputLimits.LastDay))
                    : date);

    public TimeOnly? Clock(string field, TimeOnly? now, LocalizedText? required = null) =>
        ReadValue(field, now, required, value =>
            TimeOnly.TryParseExact(
                value, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time
                : BadValue<TimeOnly>(field, "Enter a time like 16:30."));

    /// <summary>An id as it was given; whether it names anything of this operator's is for the action to say.</summary>
    public Guid? Id(string field, Guid? now = null, LocalizedText? required = null) =>
        ReadValue(field, now, required, value =>
            Guid.TryParseExact(value, "D", out var id) ? id : BadValue<Guid>(field, "There is no such one."));

    /// <summary>Ids as they were given; what is no id at all is the empty one, which names nothing.</summary>
    public IReadOnlyList<Guid>? Ids(string field) =>
        Values(field)?.Select(value => Guid.TryParseExact(value, "D", out var id) ? id : Guid.Empty).ToList();

    public IReadOnlyList<DateOnly>? Dates(string field) => Values(field)?.Select(value =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : BadValue<DateOnly>(field, "Enter dates like 2026-07-04.") ?? default).Distinct().Order().ToList();

    public T? Choice<T>(string field, T? now, LocalizedText? required = null)
        where T : struct, Enum =>
        ReadValue(field, now, required, value => WireNames.TryRead<T>(value, out var choice)
            ? choice
            : BadValue<T>(field, new LocalizedText("Choose one of {0}.", string.Join(", ", WireNames.All<T>()))));

    public IReadOnlyList<T>? Choices<T>(string field)
        where T : struct, Enum =>
        Values(field)?.Select(value => WireNames.TryRead<T>(value, out var choice)
            ? choice
            : BadValue<T>(field, new LocalizedText("Choose from {0}.", string.Join(", ", WireNames.All<T>())))
                ?? default)
                .Distinct().Order().ToList();

    public string? TimeZone(string field, string? now, LocalizedText? required = null) =>
        Read(
            field, now, required, value => TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) && zone.HasIanaId
            ? value
            : Bad<string>(field, "Enter an IANA time zone like America/Los_Angeles."));

    /// <summary>
    /// The instant meant by a local date and time in <paramref name="zone"/>, by one with an offset, or by a bare time
    /// on <paramref name="day"/>.
    /// </summary>
    public DateTimeOffset? Instant(string field, DateTimeOffset? now, TimeZoneInfo zone, DateOnly? day) =>
        ReadValue(field, now, null,
            value => LocalTime.Read(value, zone, day) is (var instant, var words) && words is null
                ? instant : BadValue<DateTimeOffset>(field, words));

    /// <summary>The words of a list, given as one or as text with commas between.</summary>
    public IReadOnlyList<string> Numbers(string field) =>
        [
            .. (Values(field)
                ?? []).SelectMany(
                    text =>
                        text.Split(
                            [',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private List<string>? Values(string field)
    {
        if (!Has(field)) return null;
        if (fields[field] is JsonArray { Count: > InputLimits.ListItems })
            Error(field, new LocalizedText("At most {0} are taken at once.", InputLimits.ListItems));
        IEnumerable<JsonNode?> nodes = fields[field] is JsonArray list
            ? list.Take(InputLimits.ListItems) : [fields[field]];
        return [.. nodes.Select(node => Scalar(field, node)).OfType<string>().Where(value => value.Length > 0)];
    }

    private T? Read<T>(string field, T? now, LocalizedText? required, Func<string, T?> read)
        where T : class
    {
        var value = Given.ContainsKey(field) ? Line(field) is { } text ? read(text) ?? now : null : now;
        if (value is null && required is not null && !HasError(field)) Error(field, required);
        return value;
    }

    private T? ReadValue<T>(string field, T? now, LocalizedText? required, Func<string, T?> read)
        where T : struct
    {
        var value = Given.ContainsKey(field)
            ? Filled(Scalar(field, fields[field])) is { } text ? read(text) ?? now : null : now;
        if (value is null && required is not null && !HasError(field)) Error(field, required);
        return value;
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A form gives everything as text, so that only a program can give a number where text belongs.</summary>
    private string? Line(string field)
    {
        if (fields[field] is not JsonValue value || value.GetValueKind() is JsonValueKind.String)
            return Filled(Scalar(field, fields[field]));
        Error(field, "This should be text.");
        return null;
    }

    private string? Scalar(string field, JsonNode? node)
    {
        if (node is null) return null;
        if (node is not JsonValue value)
        {
            Error(field, "This should be a single value.");
            return null;
        }

        if (TextOf(value) is { } text) return text;
        Error(field, "This holds characters that cannot be shown.");
        return null;
    }

    /// <summary>Null where it holds half a character, which is no text.</summary>
    private static string? TextOf(JsonValue value)
    {
        try
        {
            return value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private string? Tidy(string field, string value, int max)
    {
        var several = max >= InputLimits.Text;
        var text = value.ReplaceLineEndings("\n");
        if (text.Any(c => char.IsControl(c) && !(several && c is '\n' or '\t')) || !IsWhole(text))
        {
            return Bad<string>(field,
                several
                    ? "This holds characters that cannot be shown."
                    : "Keep this on one line, without control characters.");
        }

        var length = text.EnumerateRunes().Count();
        return length <= max
            ? text : Bad<string>(field, new LocalizedText("Keep this to {0} characters; it has {1}.", max, length));
    }

    /// <summary>Half a surrogate pair is no character and no database keeps it.</summary>
    private static bool IsWhole(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private T? Bad<T>(string field, LocalizedText words)
        where T : class
    {
        Error(field, words);
        return null;
    }

    private T? BadValue<T>(string field, LocalizedText words)
        where T : struct
    {
        Error(field, words);
        return null;
    }
}
