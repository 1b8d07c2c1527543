using System.Text.Json.Nodes;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

/// <summary>What publishing a charter did, as its page says.</summary>
public sealed class PublishedPageTests : PlanningTestBase
{
    [Fact]
    public async Task It_says_who_was_emailed_who_was_not_and_what_happens_next()
    {
        var charter = await Draft(new() { ["departure_time"] = "16:30", ["return_time"] = "18:30" });

        var before = await Ship.Count();

        var page = await Publish(charter);

        Assert.Equal("Published, 9:00 AM, Los Angeles time", page.QuerySelector(".kicker")!.TextContent);
        Assert.Equal(["Kim, captain emailed, asked to confirm",
            "4 qualified crew see under Open roles: 1 first mate, 2 deckhands"], Lines(page, "told"));
        Assert.Equal(["Who booked Add a contact", "Guests Party link"], Lines(page, "untold"));
        Assert.Equal(["24, 3 hours before call time crew reminded by email",
            "Jul 4, 4:00 PM boarding opens by itself"], Lines(page, "next").Select(NoChecklists));
        Assert.Equal(["kim"], (await Ship.Letters(before)).Select(email => email.Split(':')[0]));

        static string NoChecklists(string line) => line.Replace("72, ", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_on_the_list_are_told_and_the_contact_who_booked_can_be_written_to()
    {
        var charter = await Draft(new() { ["contact"] = new JsonObject
            { ["name"] = "Ben Cole", ["email"] = "ben@b.example" } });
        await Cast.Dana.Api.Post($"/api/events/{charter}/guests", new { name = "Ana", email = "ana@a.example" })
            .Json(201);

        var page = await Publish(charter);

        Assert.Contains("Ben Cole, who booked Write an email", Lines(page, "untold"));
        Assert.Equal("mailto:ben@b.example",
            page.QuerySelector("section[aria-labelledby=untold] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Back_to_draft_is_offered_while_it_can_be_undone()
    {
        var charter = await Draft([]);
        var page = await Publish(charter);
        var undo = page.QuerySelectorAll(".acts a").Single(link => link.TextContent == "Back to draft");

        Assert.Equal($"/{Cast.Slug}/charters/{charter}/undo", undo.GetAttribute("href"));
        Ship.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.DoesNotContain("Back to draft",
            (await Cast.Dana.Browser.Page(Address(charter))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_has_no_such_page_and_crew_may_not_read_it()
    {
        var charter = await Draft([]);
        Assert.Equal(302, (int)(await Cast.Dana.Browser.GetAsync(Address(charter))).StatusCode);
        await Publish(charter);

        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync(Address(charter))).StatusCode);
    }

    private static IEnumerable<string> Lines(IDocument page, string section) =>
        page.QuerySelectorAll($"section[aria-labelledby={section}] li").Select(line => line.Words());

    private string Address(Guid charter) => $"/{Cast.Slug}/charters/{charter}/published";

    private async Task<Guid> Draft(JsonObject more)
    {
        more["publish"] = false;
        return (await Cast.Plan(Aurora, more).Json(201)).Id();
    }

    private async Task<IDocument> Publish(Guid charter)
    {
        var answer = await Cast.Dana.Browser.PostForm($"/{Cast.Slug}/charters/{charter}/publish");
        Assert.Equal(Address(charter), $"{answer.Headers.Location}");
        return await Cast.Dana.Browser.Page(Address(charter));
    }
}
