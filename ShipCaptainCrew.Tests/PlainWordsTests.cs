using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// The words that texts for people once used and no longer use. Texts are read from the compiled app, in which the
/// parts of a long text are joined. Names on the wire, in addresses and in settings are no texts and keep their words.
/// </summary>
public sealed partial class PlainWordsTests
{
    /// <summary>Old labels. They are retired as a whole text only: their words have other uses.</summary>
    private static readonly HashSet<string> Labels =
    [
        "Come aboard", "Send ashore", "Release", "Look", "As the device", "Sun", "Bright sun", "Duties", "Duty",
        "Programs", "Program", "Fault", "Faults", "Worked", "At another time", "Another time", "Orientation held",
        "By a link",
    ];

    /// <summary>Old words that no text contains any more.</summary>
    private static readonly string[] Phrases =
    [
        @"(?<!lowercase )\bletters?\b(?! and digits)", "take back", "taken back", "took back", "holds the boat",
        "all the same", "to be put to bed", "put to bed:", "put the times right", "counts? (are|is) wanted",
        "crew left out", "spoke of", "places? I could", "what I still owe", "came of it", "a program", "crew at least",
        "a fault", "the fault", "faults? of", "to be seen to", "leads nowhere", "I'll be there, or", "it sails",
        "on its way", "last ten minutes", "there is no such", "reckoned", @"\bmend\b", "ship's clock", "by a link",
        "put yours in its place", "by the clock", "e-mail", @"\bcancelled\b", @"\bmailed\b",
    ];

    private static readonly Regex OldPhrase =
        new(string.Join('|', Phrases), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [Fact]
    public void No_text_has_a_retired_word()
    {
        var texts = TextsOfTheApp().Concat(SpanishKeys()).Distinct().ToList();

        Assert.InRange(texts.Count, 1000, 5000);
        var found = texts.Where(text => Labels.Contains(text) || OldPhrase.IsMatch(text)).ToList();
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("Two head counts are wanted, by two people.", true)]
    [InlineData("This letter is not needed.", true)]
    [InlineData("8 letters and digits", false)]
    [InlineData("2 to 60 lowercase letters", false)]
    public void Words_are_found_in_sentences(string text, bool isOld) => Assert.Equal(isOld, OldPhrase.IsMatch(text));

    private static IEnumerable<string> SpanishKeys() =>
        XDocument.Parse(string.Join('\n', Repository.Lines("ShipCaptainCrew/Resources/Text.es.resx"))).Root!
            .Elements("data").Select(data => data.Attribute("name")!.Value);

    /// <summary>Literals that are looked up as texts, and all that read like a sentence.</summary>
    private static List<string> TextsOfTheApp()
    {
        using var app = AssemblyDefinition.ReadAssembly(typeof(Text).Assembly.Location);
        var steps = app.MainModule.GetTypes()
            .Where(type => type.FullName.StartsWith("ShipCaptainCrew.", StringComparison.Ordinal)
                && !type.FullName.Contains(".Migrations.", StringComparison.Ordinal))
            .SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions);
        return [.. from step in steps
                   where step.OpCode == OpCodes.Ldstr
                   let text = (string)step.Operand
                   where IsLookedUp(step.Next) || Sentence().IsMatch(text)
                   select text];
    }

    private static bool IsLookedUp(Instruction? next) =>
        next?.Operand is MethodReference { Name: "get_Item" or "op_Implicit" } call
        && (call.DeclaringType.Name is "LocalizedText" || call.DeclaringType.Name.Contains("Localizer",
            StringComparison.Ordinal));

    [GeneratedRegex(@"^[^<>=/]*\p{L} \p{L}[^<>=]*$")]
    private static partial Regex Sentence();
}
