using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// All texts that people see come from <c>L["…"]</c>. Literal texts in pages and components are found in their
/// compiled form, in which no Razor syntax is left.
/// </summary>
public sealed partial class TranslatableTextTests
{
    private static readonly HashSet<string> Writers = ["WriteLiteral", "AddContent", "AddMarkupContent"];
    private static readonly HashSet<string> TextAttributes =
        ["aria-label", "alt", "title", "placeholder", "label", "hint"];

    /// <summary>Names that are the same in every language.</summary>
    private static readonly HashSet<string> Names = ["ShipCaptainCrew"];

    [Fact]
    public void No_page_has_a_literal_text()
    {
        using var app = AssemblyDefinition.ReadAssembly(typeof(Text).Assembly.Location);
        var methods = app.MainModule.GetTypes().Where(IsMarkup).SelectMany(type => type.Methods)
            .Where(method => method.HasBody).ToList();

        var found = methods.SelectMany(method =>
            LiteralTexts(method.Body).Select(word => $"{method.DeclaringType.FullName}: {word}"));

        Assert.NotEmpty(methods);
        Assert.All(found, Assert.Fail);
    }

    [Theory]
    [InlineData("<p class=\"big\">Hello, <b>", "Hello,")]
    [InlineData("<img alt=\"A boat\">", "A boat")]
    [InlineData("<p class=\"big\" aria-hidden=\"true\">·</p>", null)]
    [InlineData("<title>– ShipCaptainCrew</title>", null)]
    public void Texts_are_separated_from_markup(string markup, string? word) =>
        Assert.Equal(word, TextsIn(markup).FirstOrDefault());

    private static bool IsMarkup(TypeDefinition? type) => type is not null
        && (type.BaseType?.FullName is { } parent
            && (parent.StartsWith("Microsoft.AspNetCore.Mvc.Razor", StringComparison.Ordinal)
                || parent.StartsWith("Microsoft.AspNetCore.Components.", StringComparison.Ordinal))
            || IsMarkup(type.DeclaringType));

    /// <summary>
    /// The literal texts that a method writes as markup, and those in attributes that screen readers read.
    /// </summary>
    private static IEnumerable<string> LiteralTexts(MethodBody body)
    {
        var texts = body.Instructions.Where(step => step.OpCode == OpCodes.Ldstr).ToList();
        var markup = string.Concat(texts
            .Where(step => step.Next?.Operand is MethodReference call && Writers.Contains(call.Name))
            .Select(step => (string)step.Operand));
        var attributes = texts
            .Where(step => step.Previous?.Operand is string attribute && TextAttributes.Contains(attribute))
            .Select(step => (string)step.Operand);
        return TextsIn(markup)
            .Concat(attributes.Where(text => IsWord(text) && !text.EndsWith("=\"", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> TextsIn(string markup) =>
        Tag().Split(markup).Concat(TextAttribute().Matches(markup).Select(match => match.Groups[1].Value))
            .Select(text => text.Trim()).Where(IsWord);

    private static bool IsWord(string text) =>
        Letters().IsMatch(Names.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""\b(?:aria-label|alt|title|placeholder)="([^"]*)""")]
    private static partial Regex TextAttribute();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Letters();
}
