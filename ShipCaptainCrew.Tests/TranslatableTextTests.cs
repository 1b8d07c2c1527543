using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Every word a person reads comes through <c>L["…"]</c>. Words written straight into a page or component are looked
/// for in its compiled form, where nothing of Razor's own syntax is left to be mistaken for them.
/// </summary>
public sealed partial class TranslatableTextTests
{
    private static readonly HashSet<string> Writers = ["WriteLiteral", "AddContent", "AddMarkupContent"];
    private static readonly HashSet<string> ReadAloud = ["aria-label", "alt", "title", "placeholder", "label", "hint"];

    /// <summary>The same in every language.</summary>
    private static readonly HashSet<string> Names = ["ShipCaptainCrew"];

    [Fact]
    public void No_page_says_a_word_that_cannot_be_translated()
    {
        using var app = AssemblyDefinition.ReadAssembly(typeof(Text).Assembly.Location);
        var methods = app.MainModule.GetTypes().Where(IsMarkup).SelectMany(type => type.Methods)
            .Where(method => method.HasBody).ToList();

        var bare =
            methods.SelectMany(
                method => BareWords(method.Body).Select(word => $"{method.DeclaringType.FullName}: {word}"));

        Assert.NotEmpty(methods);
        Assert.All(bare, Assert.Fail);
    }

    [Theory]
    [InlineData("<p class=\"big\">Hello, <b>", "Hello,")]
    [InlineData("<img alt=\"A boat\">", "A boat")]
    [InlineData("<p class=\"big\" aria-hidden=\"true\">·</p>", null)]
    [InlineData("<title>– ShipCaptainCrew</title>", null)]
    public void A_word_is_told_from_the_markup_around_it(string markup, string? word) =>
        Assert.Equal(word, WordsIn(markup).FirstOrDefault());

    private static bool IsMarkup(TypeDefinition? type) => type is not null
        && (type.BaseType?.FullName is { } parent
            && (parent.StartsWith("Microsoft.AspNetCore.Mvc.Razor", StringComparison.Ordinal)
                || parent.StartsWith("Microsoft.AspNetCore.Components.", StringComparison.Ordinal))
            || IsMarkup(type.DeclaringType));

    /// <summary>
    /// What a method writes as it stands, with nothing where it writes a value; and what it gives attributes that are
    /// read aloud.
    /// </summary>
    private static IEnumerable<string> BareWords(MethodBody body)
    {
        var texts = body.Instructions.Where(step => step.OpCode == OpCodes.Ldstr).ToList();
        var markup =
            string.Concat(
                texts.Where(step => step.Next?.Operand is MethodReference call && Writers.Contains(call.Name))
                    .Select(step => (string)step.Operand));
        var aloud = texts.Where(step => step.Previous?.Operand is string attribute && ReadAloud.Contains(attribute))
            .Select(step => (string)step.Operand);
        return WordsIn(markup)
            .Concat(aloud.Where(text => IsWord(text) && !text.EndsWith("=\"", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> WordsIn(string markup) =>
        Tag().Split(markup).Concat(Aloud().Matches(markup).Select(match => match.Groups[1].Value))
            .Select(text => text.Trim()).Where(IsWord);

    private static bool IsWord(string text) =>
        Letters().IsMatch(Names.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""\b(?:aria-label|alt|title|placeholder)="([^"]*)""")]
    private static partial Regex Aloud();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Letters();
}
