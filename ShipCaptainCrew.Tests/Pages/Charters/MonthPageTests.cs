using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class MonthPageTests : PlanningTestBase
{
    private string Month => $"/{Cast.Slug}/month";

    [Fact]
    public async Task A_day_counts_its_charters_marks_those_short_of_crew_and_opens_its_week()
    {
        await Cast.Plan(Aurora, "09:00", "11:00").Json(201);
        await Cast.Plan(Aurora, new() { ["departure_time"] = "12:00", ["return_time"] = "13:00",
            ["manning"] = new System.Text.Json.Nodes.JsonObject { ["captain"] = 1, ["first_mate"] = 0,
                ["deckhand"] = 0 } }).Json(201);

        var page = await Cast.Dana.Browser.Page($"{Month}?month=2026-07");

        var day = page.QuerySelector($"a[href='/{Cast.Slug}/week?week=2026-07-04']")!;
        day.QuerySelector("[aria-hidden]")!.Remove();
        Assert.Equal("Sat, Jul 4: 2 charters, 1 short of crew", day.Words());
        Assert.Equal(["complete", "short"], day.QuerySelectorAll("i").Select(part => part.GetAttribute("data-s")));
        Assert.Equal("July 2026", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("?month=2026-13")]
    [InlineData("?month=soon")]
    [InlineData("")]
    public async Task What_is_no_month_stands_for_this_month(string query) =>
        Assert.Equal("July 2026", (await Cast.Sam.Browser.Page(Month + query)).QuerySelector("h1")!.TextContent);
}
