using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>The crew numbers of a charter without a type.</summary>
public sealed partial class NewCharterPageTests
{
    [Theory]
    [InlineData(1, "", "", "captain")]
    [InlineData(3, "", "", "captain, deckhand, deckhand")]
    [InlineData(3, "1", "", "captain, first_mate, deckhand, deckhand")]
    [InlineData(3, "1", "0", "captain, first_mate")]
    [InlineData(null, "", "", "captain, first_mate, deckhand, deckhand")]
    public async Task Without_a_type_the_vessels_minimum_crew_is_wanted_unless_numbers_are_entered(
        int? minimum, string mates, string deckhands, string roles)
    {
        await Cast.Dana.Api.Put($"/api/vessels/{Aurora}", new { minimum_crew = minimum }).Json();

        var answer = await Post(
            ("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
            ("departure_time", "10:00"), ("return_time", "12:00"), ("manning.first_mate", mates),
            ("manning.deckhand", deckhands), ("publish", "true"));

        var charter = await Cast.Dana.Api.Get($"/api/events/{Id(answer)}")
            .Json();
        Assert.Equal(roles, string.Join(", ", Roles(charter)));
    }

    [Fact]
    public async Task The_form_offers_the_positions_of_the_vessels_minimum_crew()
    {
        await Cast.Dana.Api.Put($"/api/vessels/{Aurora}", new { minimum_crew = 3 }).Json();

        var page = await (await Post(("vessel_id", $"{Aurora}"), ("fill", "true"))).Html();

        Assert.Equal(["deckhand", "deckhand"],
            page.QuerySelectorAll("input[name^=crew][name$=role]").Select(field => field.GetAttribute("value")));
        Assert.Equal("", page.GetElementById("manning-deckhand")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_captain_who_sails_alone_on_a_vessel_that_allows_it_is_not_stopped_by_open_positions()
    {
        await Cast.Dana.Api.Put($"/api/vessels/{Aurora}", new { minimum_crew = 1 }).Json();
        var answer = await Post(
            ("vessel_id", $"{Aurora}"), ("event_date", "2026-07-01"), ("captain_id", $"{Cast.Kim.MemberId}"),
            ("departure_time", "10:00"), ("return_time", "12:00"), ("manning.first_mate", ""),
            ("manning.deckhand", ""), ("publish", "true"));
        var charter = $"/api/events/{Id(answer)}";

        await Cast.Kim.Api.Post($"{charter}/board").Json();

        Assert.Equal("underway", Text((await Cast.Kim.Api.Post($"{charter}/depart").Json())["status"]));
    }

    private static IEnumerable<string> Roles(JsonNode charter) =>
        charter["roles"]!.AsArray().Select(position => Text(position!["role"]));
}
