using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Search;

public sealed class FindPageTests : PlanningTestBase
{
    private string Find => $"/{Cast.Slug}/find?q=";

    [Theory]
    [InlineData("zähringer")]
    [InlineData("ZAHRINGER")]
    [InlineData("ref-77")]
    [InlineData("reef aurora")]
    [InlineData("jul 4")]
    [InlineData("7/4")]
    public async Task One_hit_opens_the_charter_at_once(string text)
    {
        var charter = await PlanReef();

        var answer = await Cast.Dana.Browser.GetAsync(Find + Uri.EscapeDataString(text));

        Assert.Equal((303, $"/{Cast.Slug}/charters/{charter}"), ((int)answer.StatusCode, $"{answer.Headers.Location}"));
    }

    [Fact]
    public async Task Several_hits_are_listed_by_kind_and_a_guest_leads_to_the_list()
    {
        var charter = await PlanReef();
        var guest = (await Cast.Dana.Api
            .Post($"/api/events/{charter}/guests", new { name = "Zoë Reefton" }).Json(201)).Id();

        var page = await Cast.Dana.Browser.Page(Find + "reef");

        Assert.Equal(["Charters", "Guests"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal($"/{Cast.Slug}/charters/{charter}/guests#g{guest:N}",
            page.QuerySelectorAll(".task a")[1].GetAttribute("href"));
    }

    [Theory]
    [InlineData("a", "Type at least two letters.")]
    [InlineData("%", "Type at least two letters.")]
    [InlineData("%%", "Nothing for “%%”. Try a last name or a date.")]
    [InlineData("feb 30", "“feb 30” is not a day of the calendar.")]
    [InlineData("dec 5", "No charters on Sat, Dec 5, 2026.")]
    [InlineData("<b>bo</b>", "Nothing for “<b>bo</b>”. Try a last name or a date.")]
    public async Task What_cannot_be_found_gets_a_kind_answer(string text, string answer) => Assert.Equal(
        answer,
        (await Cast.Dana.Browser.Page(Find + Uri.EscapeDataString(text))).QuerySelector("[role=status]")!.Words());

    [Fact]
    public async Task A_very_long_text_is_not_searched() => Assert.Equal("Search for 100 characters or fewer.",
        (await Cast.Dana.Browser.Page(Find + new string('a', 500))).QuerySelector("main [role=status]")!.Words());

    [Theory]
    [InlineData("zahringer")]
    [InlineData("ref-77")]
    [InlineData("reefton")]
    public async Task Crew_do_not_find_by_what_they_may_not_see(string text)
    {
        var charter = await PlanReef();
        await Cast.Dana.Api.Post($"/api/events/{charter}/guests", new { name = "Zoë Reefton" }).Json(201);
        await Cast.Plan(Aurora, new() { ["event_date"] = "2026-07-09", ["title"] = "Reefton secret",
            ["publish"] = false }).Json(201);

        Assert.Empty(await Hits(Cast.Sam, text));
        Assert.NotEmpty(await Hits(Cast.Kim, text));
        Assert.NotEmpty(await Hits(Cast.Sam, "reef day"));
        Assert.DoesNotContain("secret", $"{await Cast.Kim.Api.GetAsync("/api/search?q=reefton").Json()}",
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=a")]
    public async Task The_api_refuses_what_cannot_be_searched(string query) =>
        await Cast.Dana.Api.GetAsync($"/api/search{query}").Json(422);

    private async Task<Guid> PlanReef() => (await Cast.Plan(Aurora, new()
    {
        ["title"] = "Reef day", ["reference"] = "REF-77", ["departure_time"] = "09:00", ["return_time"] = "11:00",
        ["contact"] = new System.Text.Json.Nodes.JsonObject { ["name"] = "Émile Zähringer" },
    }).Json(201)).Id();

    private static async Task<System.Text.Json.Nodes.JsonArray> Hits(TestUser user, string text) =>
        (await user.Api.GetAsync($"/api/search?q={text}").Json())["items"]!.AsArray();
}
