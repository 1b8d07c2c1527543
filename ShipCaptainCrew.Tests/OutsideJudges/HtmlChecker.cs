using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Tests.OutsideJudges;

/// <summary>The Nu Html Checker of the W3C.</summary>
internal static partial class HtmlChecker
{
    private static readonly string Jar = Path.Combine("node_modules", "vnu-jar", "build", "dist", "vnu.jar");

    /// <summary>The errors and warnings of all files, and the number of attributes of htmx among them.</summary>
    public static async Task<(List<string> Findings, int HtmxAttributes)> Check(SavedPages pages)
    {
        var (_, output) = await NodeTools.Try(
            "java", "-jar", Jar, "--stdout", "--exit-zero-always", "--format", "json", pages.Folder);
        var found =
            (from message in JsonNode.Parse(output)!["messages"]!.AsArray()
             where (string?)message["type"] != "info" || (string?)message["subType"] == "warning"
             let text = (string)message["message"]!
             where !HashUnchecked().IsMatch(text)
             let page = pages.NameOf((string)message["url"]!)
             select (Text: text, Line: $"{page}: {text} {message["extract"]}")).ToList();
        return (
            [.. found.Where(finding => !Htmx().IsMatch(finding.Text)).Select(finding => finding.Line)],
            found.Count(finding => Htmx().IsMatch(finding.Text)));
    }

    [GeneratedRegex("^Attribute “hx-[^”]+” not allowed on element “[a-z0-9]+” at this point.$")]
    private static partial Regex Htmx();

    /// <summary>
    /// The checker does not calculate hashes, so it takes any inline script or style of a policy with hashes for
    /// blocked. The signed waiver to save has such a policy; a browser test opens it.
    /// </summary>
    [GeneratedRegex("^Inline (script|style) violates Content Security Policy .*\\(missing .*nonce/hash\\)")]
    private static partial Regex HashUnchecked();
}
