using System.Text.RegularExpressions;
using System.Xml.Linq;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>Whatever a guest reads can be read in Spanish, with the same values in it.</summary>
public sealed partial class SpanishTests
{
    private static readonly string[] Guests = ["_GuestLayout.cshtml", "Waiver.cshtml", "Receipt.cshtml",
        "_CharterSummary.cshtml", "_Children.cshtml", "_NotFound.cshtml", "WaiverReceiptLetter.cs", "_Errors.cshtml"];

    private static readonly Dictionary<string, string> Spanish =
        XDocument.Parse(string.Join('\n', Repository.Lines("ShipCaptainCrew/Resources/Text.es.resx"))).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    [Fact]
    public void Every_word_of_the_guests_pages_and_copies_is_there()
    {
        var files = Repository.Sources("ShipCaptainCrew", "cshtml").Concat(Repository.Sources("ShipCaptainCrew", "cs"))
            .Where(file => Guests.Contains(Path.GetFileName(file)));
        var said = files.SelectMany(file => Said().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value).Except(["Open “{0}”"]).ToHashSet();

        Assert.InRange(said.Count, 40, 200);
        Assert.Empty(said.Except(Spanish.Keys));
    }

    [Fact]
    public void Every_refusal_a_signer_can_meet_is_there()
    {
        var signing = Repository.Sources("ShipCaptainCrew", "cs")
            .Where(file => Path.GetFileName(file) is "Signing.cs" or "SigningActions.cs");
        var told = signing.SelectMany(file => Told().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value).ToHashSet();

        Assert.InRange(told.Count, 10, 40);
        Assert.Empty(told.Except(Spanish.Keys));
    }

    [Fact]
    public void A_sentence_keeps_its_values() =>
        Assert.All(Spanish, pair => Assert.Equal(Values(pair.Key), Values(pair.Value)));

    private static IEnumerable<string> Values(string sentence) =>
        Value().Matches(sentence).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\b[Ll]\[""([^""]+)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"(?<!///.*)""([A-Z][^""]+\.)""")]
    private static partial Regex Told();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Value();
}
