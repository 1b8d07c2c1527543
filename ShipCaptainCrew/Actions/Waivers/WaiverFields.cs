using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// Fills the placeholders of a waiver's HTML with what holds for one guest; whatever they hold is text, never markup.
/// </summary>
internal static partial class WaiverFields
{
    /// <summary>Names keep their letters, whatever alphabet they are in.</summary>
    private static readonly HtmlEncoder Plain = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly string[] Known = ["{{name}}", "{{vessel}}", "{{date}}", "{{operator}}"];

    /// <summary>The first placeholder in a text that is none of ours, and so would be shown as it stands.</summary>
    public static LocalizedText? Unknown(string source) =>
        Placeholder().Matches(source).Select(match => match.Value)
            .FirstOrDefault(found => !Known.Contains(found, StringComparer.OrdinalIgnoreCase)) is { } other
        ? new LocalizedText("{0} is not filled in. Only these are: {1}.", other, string.Join(", ", Known))
        : null;

    public static string Fill(string html, string name, string vessel, DateOnly date, string house, string language) =>
        html
        .Replace("{{name}}", Text(name), StringComparison.OrdinalIgnoreCase)
        .Replace("{{vessel}}", Text(vessel), StringComparison.OrdinalIgnoreCase)
        .Replace(
            "{{date}}", Text(date.ToString("D", Languages.CultureOf(language))), StringComparison.OrdinalIgnoreCase)
        .Replace("{{operator}}", Text(house), StringComparison.OrdinalIgnoreCase);

    /// <summary>A value that looks like a placeholder itself is not filled again.</summary>
    private static string Text(string value) => Plain.Encode(value).Replace("{", "&#123;", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{[^{}]*\}\}")]
    private static partial Regex Placeholder();
}
