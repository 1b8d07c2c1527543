using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed class CancelCharterPageTests : PlanningTestBase
{
    [Fact]
    public async Task The_page_lists_who_is_emailed_and_requires_a_reason()
    {
        var charter = await Plan();

        var page = await Cast.Dana.Browser.Page($"{charter}/cancel");
        Assert.Contains("Emailed right away: 2 crew, the booker.", page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("Crew and booker: Kim, Sam, Ben Cole.", page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);

        var refused = await Cast.Dana.Browser.PostForm($"{charter}/cancel", ("reason", ""));
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal(
            "Give a reason. Everyone aboard will "
                + "read it.", (await refused.Html()).GetElementById("reason-e")!.TextContent);
    }

    [Fact]
    public async Task A_canceled_charter_shows_its_reason_and_redirects_further_changes()
    {
        var charter = await Plan();

        var answer = await Cast.Dana.Browser.PostForm($"{charter}/cancel", ("reason", "Gale warning"));

        Assert.Equal(charter, answer.Headers.Location!.ToString());
        Assert.Contains("Gale warning",
            (await Cast.Sam.Browser.Page(charter)).QuerySelector(".note.alarm")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(charter, (await Cast.Dana.Browser.GetAsync($"{charter}/cancel")).Headers.Location!.ToString());
        Assert.Equal(charter, (await Cast.Dana.Browser.GetAsync($"{charter}/edit")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_captain_may_cancel_and_a_deckhand_may_not()
    {
        var charter = await Plan();

        Assert.Equal(403, (int)(await Cast.Sam.Browser.GetAsync($"{charter}/cancel")).StatusCode);
        Assert.Equal(303,
            (int)(await Cast.Kim.Browser.PostForm(
                $"{charter}/cancel", ("reason", "Engine will not start"))).StatusCode);
    }

    [Fact]
    public async Task A_draft_can_be_removed_and_a_published_charter_cannot()
    {
        var (draft, charter) = (await Plan(publish: false), await Plan("2026-07-05"));

        Assert.Equal(charter, (await Cast.Dana.Browser.GetAsync($"{charter}/remove")).Headers.Location!.ToString());
        Assert.Equal(404, (int)(await Cast.Kim.Browser.GetAsync($"{draft}/remove")).StatusCode);
        Assert.Equal(409,
            (int)(await Cast.Dana.Api.DeleteAsync(
                charter.Replace($"/{Cast.Slug}/charters", "/api/events", StringComparison.Ordinal))).StatusCode);

        Assert.Equal(
            $"/{Cast.Slug}", (await Cast.Dana.Browser.PostForm($"{draft}/remove")).Headers.Location!.ToString());
        Assert.Equal(404, (int)(await Cast.Dana.Browser.GetAsync(draft)).StatusCode);
    }

    private async Task<string> Plan(string date = "2026-07-04", bool publish = true)
    {
        var charter = await Cast.Plan(Aurora, new()
        {
            ["event_date"] = date, ["departure_time"] = "13:00", ["return_time"] = "15:00", ["publish"] = publish,
            ["contact"] = new JsonObject { ["name"] = "Ben Cole", ["email"] = "ben@example.com" },
            ["crew"] = new JsonArray(new JsonObject { ["role"] = "deckhand", ["member_id"] = Cast.Sam.MemberId }),
        }).Json(201);
        return $"/{Cast.Slug}/charters/{charter["id"]}";
    }
}
