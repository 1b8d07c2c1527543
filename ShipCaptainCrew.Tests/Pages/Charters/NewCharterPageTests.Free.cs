using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>Whether the vessel and the captain are free, before the charter is saved.</summary>
public sealed partial class NewCharterPageTests
{
    [Theory]
    [InlineData("14:00", "16:00", "Aurora sails 1:00 PM to 3:00 PM Whale watch",
        "Kim sails 1:00 PM to 3:00 PM Whale watch")]
    [InlineData("15:10", "16:00", "Aurora sails 1:00 PM to 3:00 PM Whale watch",
        "Kim is free sails 1:00 PM to 3:00 PM")]
    [InlineData("18:00", "19:00", "Aurora is free sails 1:00 PM to 3:00 PM",
        "Kim is free sails 1:00 PM to 3:00 PM")]
    [InlineData("", "", "Aurora sails 1:00 PM to 3:00 PM", "Kim sails 1:00 PM to 3:00 PM")]
    public async Task The_panel_says_whether_vessel_and_captain_are_free(
        string departure, string back, string vessel, string captain)
    {
        await Cast.Plan(Aurora, "13:00", "15:00", "Whale watch").Json(201);

        var page = await Fill(("departure_time", departure), ("return_time", back));

        Assert.Equal([vessel, captain], Lines(page).Take(2));
    }

    [Fact]
    public async Task A_canceled_charter_and_one_of_another_day_hold_nobody()
    {
        var canceled = await Cast.Plan(Aurora, "13:00", "15:00", "Whale watch").Json(201);
        await Cast.Dana.Api.Post($"/api/events/{canceled["id"]}/cancel", new { reason = "Gale" }).Json();
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-07-05", ["departure_time"] = "13:00" }).Json(201);

        var page = await Fill(("departure_time", "13:00"), ("return_time", "15:00"));

        Assert.Equal(["Aurora is free all day", "Kim is free all day"], Lines(page).Take(2));
    }

    [Fact]
    public async Task Typed_numbers_and_chosen_crew_change_the_open_roles_and_what_publishing_does()
    {
        var page = await Fill(("manning.first_mate", "0"), ("manning.deckhand", "3"),
            ("crew[0].role", "deckhand"), ("crew[0].member_id", $"{Cast.Sam.MemberId}"));

        Assert.Contains("2 deckhands open to claim", Lines(page));
        Assert.Equal("3 deckhands: Sam", page.GetElementById("crew-v")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("select[id^=crew-]").Length);
        Assert.Equal("Publishing emails Kim, Sam. 3 qualified crew can claim the 2 open roles. "
            + "Only the office sees a draft.", page.GetElementById("told")!.Words());
    }

    private static IEnumerable<string> Lines(IDocument page) =>
        page.QuerySelectorAll("#brings .rows li").Select(line => line.Words());

    private async Task<IDocument> Fill(params (string, string)[] more) => await (await Post(
        [("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"), .. more,
            ("fill", "true")])).Html();
}
