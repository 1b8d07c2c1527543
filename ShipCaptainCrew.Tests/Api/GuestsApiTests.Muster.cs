using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class GuestsApiTests
{
    [Fact]
    public async Task Departure_needs_two_head_counts_the_orientation_and_the_manifest_sent_ashore()
    {
        await using var day = await CharterFixture.Begin();
        var (ben, mia) = (await day.Guest("Ben Cole"), await day.Guest("Mia Cole"));
        await day.Mark(ben, "boarded");
        await day.Cast.Kim.Api.Post($"{day.Api}/head-counts", new { which = "departure", guests = 2 }).Json();
        Assert.Equal(["count_not_sent_ashore", "head_count_mismatch", "head_count_missing", "orientation_missing"],
            await Blockers(day));

        await day.Mark(mia, "boarded");
        await day.Cast.Sam.Api.Post($"{day.Api}/head-counts", new { which = "departure", guests = 2 }).Json();
        await day.Cast.Sam.Api
            .Post($"{day.Api}/orientation", new { topics = new[] { "Life jackets", "Man overboard" } })
            .Json();
        await day.Cast.Kim.Api.Post($"{day.Api}/send-ashore").Json();

        Assert.Empty(await Blockers(day));
    }

    [Fact]
    public async Task Return_counts_are_taken_after_departure_and_closing_warns_about_a_mismatch()
    {
        await using var day = await CharterFixture.Begin();
        var (ben, mia) = (await day.Guest("Ben Cole"), await day.Guest("Mia Cole"));
        await day.Mark(ben, "boarded");
        await day.Mark(mia, "boarded");
        var (kim, sam) = (day.Cast.Kim.Api, day.Cast.Sam.Api);
        Assert.Equal("wrong_state",
            (string?)(await kim.Post($"{day.Api}/head-counts", new { which = "return", guests = 2 })
                .Json(409))["code"]);
        await day.Cast.Max.Api.Post($"{day.Api}/roles/first_mate/claim").Json();
        await day.Cast.Alex.Api.Post($"{day.Api}/roles/deckhand/claim").Json();
        await kim.Post($"{day.Api}/board").Json();
        day.Ship.Clock.Advance(TimeSpan.FromMinutes(5));
        await kim.Post($"{day.Api}/depart", new { override_reason = "Test" }).Json();
        day.Ship.Clock.Advance(TimeSpan.FromHours(2));
        await kim.Post($"{day.Api}/return").Json();
        await kim.Post($"{day.Api}/head-counts", new { which = "return", guests = 2 }).Json();
        await sam.Post($"{day.Api}/head-counts", new { which = "return", guests = 1 }).Json();

        var closed = await kim.Post($"{day.Api}/close").Json();

        Assert.Contains(
            "head_count_mismatch", closed["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]));
        Assert.Equal("charter_closed",
            (string?)(await sam.Post($"{day.Api}/head-counts", new { which = "return", guests = 2 })
                .Json(409))["code"]);
    }

    [Theory]
    [InlineData("head-counts", """{ "which": "departure" }""", "guests")]
    [InlineData("head-counts", """{ "which": "sideways", "guests": 1 }""", "which")]
    [InlineData("head-counts", """{ "which": "departure", "guests": -1 }""", "guests")]
    [InlineData("orientation", "{ }", "topics")]
    [InlineData("incident", "{ }", "what")]
    public async Task Incomplete_muster_entries_are_refused(string verb, string body, string field) =>
        Assert.NotNull(
            (await Queen.Kim.Api.Post($"{await Charter()}/{verb}", JsonNode.Parse(body)).Json(422)).ErrorAt(field));

    private static async Task<IEnumerable<string>> Blockers(CharterFixture day)
    {
        await day.Cast.Kim.Api.Post($"{day.Api}/board");
        var answer = await day.Cast.Kim.Api.Post($"{day.Api}/depart").Json(409);
        return answer["blockers"]!.AsArray().Select(line => (string)line!["code"]!)
            .Where(code => code is not ("item_open" or "manning_short")).Order();
    }
}
