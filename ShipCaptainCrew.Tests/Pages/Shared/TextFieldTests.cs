using Bunit;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Pages.Shared;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Shared;

public sealed class TextFieldTests : FragmentTestBase
{
    [Fact]
    public void A_plain_field_is_a_label_and_an_input() => Field(null, null).MarkupMatches("""
        <div class="field"><label for="children-0-name">Name</label><input id="children-0-name" name="children[0].name"
          type="text" value="Mia"></div>
        """);

    [Fact]
    public void A_hint_and_an_error_are_linked_to_the_input() => Field("As in the passport.", "Enter the name.")
        .MarkupMatches("""
            <div class="field bad"><label for="children-0-name">Name</label><span class="hint"
              id="children-0-name-h">As in the passport.</span><span class="err" id="children-0-name-e">Enter the
              name.</span><input id="children-0-name" name="children[0].name" type="text" value="Mia"
              aria-invalid="true" aria-describedby="children-0-name-h children-0-name-e"></div>
            """);

    [Fact]
    public void Further_attributes_are_passed_to_the_input() => Assert.Equal("off",
        Show<TextField>(field => field.Add(p => p.Of, new("name", null, null)).Add(p => p.Label, "Name")
            .AddUnmatched("autocomplete", "off")).Attribute("input:not([value])", "autocomplete"));

    private IRenderedComponent<TextField> Field(string? hint, string? error) => Show<TextField>(field => field
        .Add(p => p.Of, new("children[0].name", "Mia", error is null ? null : new LocalizedText(error)))
        .Add(p => p.Label, "Name")
        .Add(p => p.Hint, hint));
}
