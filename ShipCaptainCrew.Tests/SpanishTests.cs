using System.Text.RegularExpressions;
using System.Xml.Linq;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>All texts that guests see have a Spanish translation with the same placeholders.</summary>
public sealed partial class SpanishTests
{
    private static readonly string[] GuestFiles =
    [
        "_GuestLayout.cshtml", "Waiver.cshtml", "Receipt.cshtml", "CharterSummary.razor", "SignedBar.razor",
        "ChildFields.razor", "_NotFound.cshtml", "WaiverReceiptEmail.cs", "_Errors.cshtml", "Party.cshtml",
        "StartKiosk.cshtml",
        "GuestNoticeEmail.cs", "CharterChangedForGuestsEmail.cs", "CharterCancelledForGuestsEmail.cs",
    ];

    private static readonly Dictionary<string, string> Spanish =
        XDocument.Parse(string.Join('\n', Repository.Lines("ShipCaptainCrew/Resources/Text.es.resx"))).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [Fact]
    public void Every_text_of_guest_pages_and_emails_is_translated()
    {
        string[] endings = ["cshtml", "razor", "cs"];
        var files = endings.SelectMany(ending => Repository.Sources("ShipCaptainCrew", ending))
            .Where(file => GuestFiles.Contains(Path.GetFileName(file)));
        var texts = files.SelectMany(file => LocalizedTexts().Matches(Source(file)))
            .Select(match => match.Groups[1].Value).Except(["Open “{0}”"]).ToHashSet();

        Assert.InRange(texts.Count, 40, 200);
        Assert.Empty(texts.Except(Spanish.Keys));
    }

    [Fact]
    public void Every_error_message_of_signing_is_translated()
    {
        var signing = Repository.Sources("ShipCaptainCrew", "cs")
            .Where(file => Path.GetFileName(file) is "Signing.cs" or "SigningActions.cs");
        var messages = signing.SelectMany(file => Messages().Matches(Source(file)))
            .Select(match => match.Groups[1].Value).ToHashSet();

        Assert.InRange(messages.Count, 10, 40);
        Assert.Empty(messages.Except(Spanish.Keys));
    }

    [Fact]
    public void A_translation_has_the_same_placeholders() =>
        Assert.All(Spanish, pair => Assert.Equal(Placeholders(pair.Key), Placeholders(pair.Value)));

    /// <summary>A file's text, with literals that are written in several parts joined.</summary>
    private static string Source(string file) => BetweenParts().Replace(File.ReadAllText(file), "");

    private static IEnumerable<string> Placeholders(string sentence) =>
        Placeholder().Matches(sentence).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"""\s*\+\s*""")]
    private static partial Regex BetweenParts();

    [GeneratedRegex(@"\b[Ll]\[""([^""]+)""")]
    private static partial Regex LocalizedTexts();

    [GeneratedRegex(@"(?<!///.*)""([A-Z][^""]+\.)""")]
    private static partial Regex Messages();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder();
}
