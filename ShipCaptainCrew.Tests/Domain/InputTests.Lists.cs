using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>Lists of values and groups of fields.</summary>
public sealed partial class InputTests
{
    [Fact]
    public void A_list_of_exactly_200_items_is_accepted_and_a_longer_one_is_cut()
    {
        Assert.Equal((200, null), Ids(200));
        Assert.Equal((200, "At most 200 are allowed at once."), Ids(201));
        Assert.Equal((200, null), Parts(200));
        Assert.Equal((200, "At most 200 are allowed at once."), Parts(201));

        static (int, string?) Ids(int count) => Read(count, "\"x\"", input => input.Ids("x")!.Count);

        static (int, string?) Parts(int count) => Read(count, "{}", input => input.Parts("x")!.Count);

        static (int, string?) Read(int count, string item, Func<Input, int> read)
        {
            var input = Given($$"""{ "x": [{{string.Join(',', Enumerable.Repeat(item, count))}}] }""");
            return (read(input), input.Refusal?.FirstMessage.ToString());
        }
    }

    [Fact]
    public void Lines_of_text_are_trimmed_and_empty_ones_skipped()
    {
        Assert.Equal(["a", "b"], Given("""{ "x": [" a ", "", "  ", "b", null] }""").Texts("x"));
        Assert.Equal(["a"], Given("""{ "x": "a" }""").Texts("x"));
        Assert.Empty(Given("{}").Texts("x"));
        Assert.Equal([MemberId], Given($$"""{ "x": ["", "{{MemberId}}"] }""").Ids("x"));
        Assert.Equal(
            ["Keep this to 3 characters; it has 4."], Messages("""{ "x": ["abcd"] }""", input => input.Texts("x", 3)));
    }

    [Fact]
    public void Dates_and_choices_are_sorted_without_repetitions_and_refused_if_invalid()
    {
        Assert.Equal([new(2026, 7, 4), new(2026, 7, 5)],
            Given("""{ "x": ["2026-07-05", "2026-07-04", "2026-07-05"] }""").Dates("x"));
        Assert.Null(Given("{}").Dates("x"));
        Assert.Null(Given("{}").Choices<CrewRole>("x"));
        Assert.Equal(["Enter dates like 2026-07-04."], Messages("""{ "x": ["soon"] }""", input => input.Dates("x")));
        Assert.Equal(["Choose from captain, first_mate, deckhand."],
            Messages("""{ "x": ["cook"] }""", input => input.Choices<CrewRole>("x")));
    }

    [Fact]
    public void Words_are_separated_by_commas_semicolons_or_spaces()
    {
        Assert.Equal(["72", "24", "3", "1"], Given("""{ "x": "72, 24;3 1" }""").Numbers("x"));
        Assert.Equal(["72", "24", "3"], Given("""{ "x": [72, "24 3"] }""").Numbers("x"));
        Assert.Empty(Given("{}").Numbers("x"));
    }

    [Fact]
    public void A_list_or_group_that_is_something_else_is_refused()
    {
        Assert.Equal(["This should be a list."], Messages("""{ "x": 3 }""", input => input.Parts("x")));
        Assert.Equal(["This should be a group of fields."], Messages("""{ "x": [3] }""", input => input.Parts("x")));
        Assert.Equal(["This should be a group of fields."], Messages("""{ "x": 3 }""", input => input.Part("x")));
        Assert.Empty(Messages("""{ "x": null }""", input => input.Parts("x")));
        Assert.Empty(Messages("""{ "x": null }""", input => input.Part("x")));
        Assert.Null(Given("{}").Parts("x"));
    }

    [Fact]
    public void A_field_can_be_missing_null_blank_or_filled()
    {
        var input = Given("""{ "null": null, "blank": " ", "filled": "a", "zero": 0, "list": [] }""");

        Assert.Equal(["null"], Names(input.Clears));
        Assert.Equal(["null", "blank"], Names(input.IsBlank));
        Assert.Equal(["missing"], Names(name => !input.Has(name)));
        Assert.Equal(["null", "missing"], Names(input.IsNull));

        static IEnumerable<string> Names(Func<string, bool> test) =>
            new[] { "null", "blank", "filled", "zero", "list", "missing" }.Where(test);
    }

    [Fact]
    public void Errors_of_one_field_are_kept_together_in_order()
    {
        var input = Input.Of(new JsonObject());

        input.Error("a", "One.");
        input.Error("b", "Two.");
        input.Error("a", "Three.");

        Assert.Equal(["a", "b"], input.Refusal!.Errors!.Keys);
        Assert.Equal(["One.", "Three."], input.Refusal.Errors["a"].Select(message => message.Text));
        Assert.Equal((true, false), (input.HasError("a"), input.HasError("c")));
    }

    private static IEnumerable<string> Messages(string json, Func<Input, object?> read)
    {
        var input = Given(json);
        read(input);
        return [.. (input.Refusal?.Errors?.Values ?? []).SelectMany(list => list).Select(message => $"{message}")];
    }
}
