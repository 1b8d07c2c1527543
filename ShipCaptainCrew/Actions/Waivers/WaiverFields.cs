using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// Fills the placeholders of a waiver's HTML for one guest. Values are encoded as text, never markup.
/// </summary>
internal static partial class WaiverFields
{
    /// <summary>Leaves the characters of every script as they are.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string[] Known = ["{{name}}", "{{vessel}}", "{{date}}", "{{operator}}"];

    /// <summary>The first unknown placeholder in a text; null when there is none.</summary>
    public static LocalizedText? Unknown(string source) =>
        Placeholder().Matches(source).Select(match => match.Value)
            .FirstOrDefault(found => !Known.Contains(found, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? new LocalizedText(
                "{0} is not a known placeholder. Use only these: {1}.", unknown, string.Join(", ", Known))
            : null;

    /// <param name="culture">How the date is written.</param>
    public static string Fill(
        string html, string name, string vessel, DateOnly date, string operatorName, CultureInfo culture)
    {
        var longDate = date.ToString("D", culture);
        return html
            .Replace("{{name}}", Text(name), StringComparison.OrdinalIgnoreCase)
            .Replace("{{vessel}}", Text(vessel), StringComparison.OrdinalIgnoreCase)
            .Replace("{{date}}", Text(longDate), StringComparison.OrdinalIgnoreCase)
            .Replace("{{operator}}", Text(operatorName), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Encodes braces as well, so that a value that looks like a placeholder is not filled.</summary>
    private static string Text(string value) => Encoder.Encode(value).Replace("{", "&#123;", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{[^{}]*\}\}")]
    private static partial Regex Placeholder();
}
