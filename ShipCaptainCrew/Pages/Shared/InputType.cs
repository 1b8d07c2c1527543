using System.Globalization;
using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Pages.Shared;

/// <summary>The type of an input that shows a refused value.</summary>
public static partial class InputType
{
    private const DateTimeStyles Exact = DateTimeStyles.None;

    /// <summary>
    /// The wanted type, or <c>text</c> if the value is invalid for it, since a browser shows no invalid value.
    /// </summary>
    public static string For(string wanted, string? value) =>
        string.IsNullOrEmpty(value) || IsValid(wanted, value) ? wanted : "text";

    private static bool IsValid(string type, string value) => type switch
    {
        "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, Exact, out _),
        "time" => TimeOnly.TryParseExact(value, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, Exact, out _),
        "number" => Number().IsMatch(value),
        _ => true,
    };

    [GeneratedRegex(@"^-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\z")]
    private static partial Regex Number();
}
