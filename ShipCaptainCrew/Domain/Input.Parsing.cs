using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Domain;

/// <summary>Helpers that parse a field and report what is invalid.</summary>
public sealed partial class Input
{
    /// <param name="clean">What <see cref="TypedText"/> does with this kind of field.</param>
    private T? Read<T>(
        string field, T? current, LocalizedText? required, Func<string, string> clean, Func<string, T?> read)
        where T : class
    {
        var value = current;
        if (Given.ContainsKey(field)) value = Filled(Line(field), clean) is { } text ? read(text) ?? current : null;
        if (value is null && required is not null && !HasError(field)) Error(field, required);
        return value;
    }

    private T? ReadValue<T>(string field, T? current, LocalizedText? required, Func<string, T?> read)
        where T : struct
    {
        var value = current;
        if (Given.ContainsKey(field))
            value = Filled(Scalar(field, fields[field]), TypedText.Line) is { } text ? read(text) ?? current : null;
        if (value is null && required is not null && !HasError(field)) Error(field, required);
        return value;
    }

    private static string? Filled(string? text, Func<string, string> clean) =>
        text is not null && clean(text) is { Length: > 0 } cleaned ? cleaned : null;

    /// <summary>Text of a field. Forms send everything as text; an API client may wrongly send a number.</summary>
    private string? Line(string field)
    {
        if (fields[field] is not JsonValue value || value.GetValueKind() is JsonValueKind.String)
            return Scalar(field, fields[field]);
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
        Error(field, "This has characters that cannot be shown.");
        return null;
    }

    /// <summary>The text of a value; null if it contains half a surrogate pair.</summary>
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

    private string? Tidy(string field, string value, int max, bool isDamageKept = false)
    {
        var several = max >= InputLimits.Text;
        var text = value.ReplaceLineEndings("\n");
        // No character takes more than two UTF-16 units, so this is certainly too long.
        if (text.Length / 2 > max) return TooLong(field, text, max);
        if (text.Any(c => char.IsControl(c) && !(several && c is '\n' or '\t')) || !(isDamageKept || IsWhole(text)))
        {
            return Invalid<string>(
                field,
                several
                    ? "This has characters that cannot be shown."
                    : "Keep this on one line, without control characters.");
        }

        return text.Length <= max || LengthOf(text) <= max ? text : TooLong(field, text, max);
    }

    private string? TooLong(string field, string text, int max) =>
        Invalid<string>(field, new LocalizedText("Keep this to {0} characters; it has {1}.", max, LengthOf(text)));

    private static int LengthOf(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes()) length++;
        return length;
    }

    /// <summary>Whether the text has no unpaired surrogate, which the database could not store.</summary>
    private static bool IsWhole(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private T? Invalid<T>(string field, LocalizedText message)
        where T : class
    {
        Error(field, message);
        return null;
    }

    private T? InvalidValue<T>(string field, LocalizedText message)
        where T : struct
    {
        Error(field, message);
        return null;
    }
}
