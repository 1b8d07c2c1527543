using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class DuplicateTests : PlanningTestBase
{
    [Fact]
    public async Task A_duplicate_is_prefilled_with_everything_but_the_date_and_saved_as_a_new_charter()
    {
        var type = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset);
        var charter = await Charter(new()
        {
            ["charter_type_id"] = type, ["guests_arrive_at"] = "18:00", ["meeting_point"] = "Pier 3",
            ["guests_expected"] = 8, ["reference"] = "B-17", ["notes"] = "Cake aboard",
            ["contact"] = new JsonObject { ["name"] = "Ben Cole", ["email"] = "ben@example.com" },
        });
        var charterPage = await Cast.Dana.Browser.Page($"/{Cast.Slug}/charters/{charter}");
        var link = charterPage.QuerySelector("a[href*='?from=']")!.GetAttribute("href")!;

        var page = await Cast.Dana.Browser.Page(link);

        Assert.Equal(
            [$"{Aurora}", $"{type}", "", $"{Cast.Kim.MemberId}", "", "", "18:00", "Pier 3", "Ben Cole",
                "ben@example.com", "8", "B-17", "", "Cake aboard"],
            Values(page, "vessel_id", "charter_type_id", "event_date", "captain_id", "departure_time", "return_time",
                "guests_arrive_at", "meeting_point", "contact-name", "contact-email", "guests_expected", "reference",
                "title", "notes"));
        var answer = await Cast.Dana.Browser.PostForm(
            link, [.. Fields(page), ("event_date", "2026-12-12"), ("publish", "true")]);
        var made = await Cast.Dana.Api.Get($"/api/events/{answer.Headers.Location!.ToString().Split('/')[3]}").Json();
        Assert.Equal(("2026-12-12T23:15:00Z", "scheduled", "Sunset sail"),
            (Text(made["departure_time"]), Text(made["status"]), Text(made["title"])));
    }

    [Fact]
    public async Task Entered_times_keep_their_local_time_without_the_offset_of_an_ambiguous_hour()
    {
        var charter = await Charter(
            new() { ["event_date"] = "2026-11-01", ["departure_time"] = "2026-11-01T01:30-08:00",
                ["return_time"] = "05:00", ["title"] = "Night sail" });

        var page = await Cast.Dana.Browser.Page($"/{Cast.Slug}/charters/new?from={charter}");

        Assert.Equal(
            ["01:30", "05:00", "Night sail", ""], Values(page, "departure_time", "return_time", "title", "event_date"));
    }

    [Fact]
    public async Task Input_is_kept_when_the_date_is_missing()
    {
        var from = $"/{Cast.Slug}/charters/new?from={await Charter(new() { ["notes"] = "Cake aboard" })}";

        var page = await (await Cast.Dana.Browser.PostForm(from, ("vessel_id", $"{Aurora}"), ("event_date", ""),
            ("captain_id", $"{Cast.Kim.MemberId}"), ("notes", "No cake"))).Html();

        Assert.Equal("Choose the date.", page.GetElementById("event_date-e")!.TextContent);
        Assert.Equal(["No cake"], Values(page, "notes"));
    }

    [Fact]
    public async Task Duplicating_an_unknown_or_foreign_charter_is_not_found_and_crew_may_not_duplicate()
    {
        var charter = await Charter([]);
        var strangers = await Ship.Cast("strangers");

        Assert.Equal(
            404, (int)(await strangers.Dana.Browser.GetAsync($"/strangers/charters/new?from={charter}")).StatusCode);
        var unknown = $"/{Cast.Slug}/charters/new?from={Guid.CreateVersion7()}";
        Assert.Equal(404, (int)(await Cast.Dana.Browser.GetAsync(unknown)).StatusCode);
        Assert.Equal(
            403, (int)(await Cast.Kim.Browser.GetAsync($"/{Cast.Slug}/charters/new?from={charter}")).StatusCode);
    }

    private async Task<Guid> Charter(JsonObject more) => (await Cast.Plan(Aurora, more).Json(201)).Id();

    private static IEnumerable<string> Values(IDocument page, params string[] ids) =>
        ids.Select(id => page.GetElementById(id) switch
        {
            IHtmlSelectElement list => list.Value ?? "",
            IHtmlTextAreaElement area => area.Value.Trim(),
            IHtmlInputElement input => input.Value,
            _ => throw new InvalidOperationException(id),
        });

    /// <summary>All fields that the form would send, without the date.</summary>
    private static IEnumerable<(string, string)> Fields(IDocument page) =>
        from field in page.QuerySelectorAll("main form [name]").OfType<IHtmlElement>()
        where field is not IHtmlButtonElement
        let name = field.GetAttribute("name")!
        where name is not ("event_date" or "__RequestVerificationToken")
        select (name, field switch
        {
            IHtmlSelectElement list => list.Value ?? "",
            IHtmlTextAreaElement area => area.Value,
            _ => field.GetAttribute("value") ?? "",
        });
}
