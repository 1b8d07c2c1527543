using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>How errors are reported, and lists.</summary>
public sealed partial class InputTests
{
    [Fact]
    public void A_missing_required_field_gets_its_own_error_once()
    {
        foreach (var json in new[] { "{}", """{ "x": null }""", """{ "x": "  " }""" })
        {
            var input = Given(json);
            input.Text("x", required: "Enter a name.");
            Assert.Equal("Enter a name.", Assert.Single(input.Refusal!.Errors!["x"]).Text);
        }

        var wrong = Given("""{ "x": "x" }""");
        wrong.Whole("x", null, 0, 9, required: "Enter a number of guests.");
        Assert.Equal("Enter a whole number.", Assert.Single(wrong.Refusal!.Errors!["x"]).Text);
    }

    [Fact]
    public void Each_invalid_field_is_reported_under_its_full_name_in_reading_order()
    {
        var input = Given("""
            { "port": { "latitude": 91 }, "crew": [{ "role": "cook" }, 5, { "role": "captain" }], "list": 3 }
            """);

        input.Part("port").Number("latitude", null, -90, 90);
        foreach (var line in input.Parts("crew")!) line.Choice<CrewRole>("role", null, required: "Choose a role.");
        Assert.Empty(input.Parts("list")!);

        Assert.Equal(["port.latitude", "crew[1]", "crew[0].role", "crew[1].role", "list"], input.Refusal!.Errors!.Keys);
    }

    [Fact]
    public void Lists_have_at_most_200_items_and_a_single_form_value_is_a_list_of_one()
    {
        Assert.Equal([CrewRole.Captain, CrewRole.Deckhand],
            Given("""{ "x": ["deckhand", "captain", "deckhand"] }""").Choices<CrewRole>("x"));
        Assert.Equal([CrewRole.Captain], Given("""{ "x": "captain" }""").Choices<CrewRole>("x"));
        Assert.Equal([], Given("""{ "x": null }""").Choices<CrewRole>("x"));
        Assert.Null(Given("{}").Ids("x"));
        Assert.Equal([MemberId, Guid.Empty], Given($$"""{ "x": ["{{MemberId}}", "no id"] }""").Ids("x"));
        AssertRefusedBy(input => input.Ids("x"), """{ "x": [["nested"]] }""");
        AssertRefusedBy(input => input.Ids("x"), $$"""{ "x": [{{Repeat($"\"{MemberId}\"", 201)}}] }""");
        AssertRefusedBy(input => input.Parts("x"), $$"""{ "x": [{{Repeat("{}", 201)}}] }""");

        static string Repeat(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));
    }

    [Fact]
    public void An_unreadable_request_is_reported_instead_of_field_errors()
    {
        var input = Input.Unreadable(new(RefusalKind.Malformed, "not_json", "This is not a JSON object."));

        input.Text("x", required: "Enter a name.");
        input.Part("y").Text("z", required: "Enter another.");

        Assert.Equal("not_json", input.Refusal!.Code);
    }
}
