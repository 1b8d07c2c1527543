using System.Text.Encodings.Web;
using System.Text.Unicode;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>Fills the placeholders of a waiver's HTML with what holds for one guest; whatever they hold is text, never markup.</summary>
internal static class WaiverFields
{
    /// <summary>Names keep their letters, whatever alphabet they are in.</summary>
    private static readonly HtmlEncoder Plain = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Fill(string html, string name, string vessel, DateOnly date, string house, string language) => html
        .Replace("{{name}}", Text(name), StringComparison.OrdinalIgnoreCase)
        .Replace("{{vessel}}", Text(vessel), StringComparison.OrdinalIgnoreCase)
        .Replace("{{date}}", Text(date.ToString("D", Languages.CultureOf(language))), StringComparison.OrdinalIgnoreCase)
        .Replace("{{operator}}", Text(house), StringComparison.OrdinalIgnoreCase);

    /// <summary>A value that looks like a placeholder itself is not filled again.</summary>
    private static string Text(string value) => Plain.Encode(value).Replace("{", "&#123;", StringComparison.Ordinal);
}
