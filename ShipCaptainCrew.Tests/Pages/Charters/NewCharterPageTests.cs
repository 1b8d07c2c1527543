using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class NewCharterPageTests : PlanningTestBase
{
    private string New => $"/{Cast.Slug}/charters/new";

    [Fact]
    public async Task The_office_creates_a_published_charter_with_crew()
    {
        var type = await Cast.Type("Harbor tour", PlanningSteps.AtHalfPastFour);

        var answer = await Post(
            ("vessel_id", $"{Aurora}"), ("charter_type_id", $"{type}"), ("event_date", "2026-07-04"),
            ("captain_id", $"{Cast.Kim.MemberId}"),
            ("departure_time", "17:00"), ("return_time", ""), ("meeting_point", "Pier 3"), ("contact.name", "Ben Cole"),
            ("guests_expected", "8"),
            ("crew[0].role", "first_mate"), ("crew[0].member_id", ""), ("crew[1].role", "deckhand"),
            ("crew[1].member_id", $"{Cast.Sam.MemberId}"), ("publish", "true"));

        Assert.Equal(303, (int)answer.StatusCode);
        var charter = await Cast.Dana.Api.Get($"/api/events/{Id(answer)}").Json();
        Assert.Equal("scheduled", Text(charter["status"]));
        Assert.Equal("Harbor tour", Text(charter["title"]));
        Assert.Equal("2026-07-05T00:00:00Z", Text(charter["departure_time"]));
        Assert.Equal("2026-07-05T02:30:00Z", Text(charter["return_time"]));
        Assert.Equal("Ben Cole", Text(charter["contact"]!["name"]));
        Assert.Equal(
            ["captain Kim", "deckhand ", "deckhand Sam", "first_mate "],
            charter["roles"]!.AsArray().Select(place => $"{place!["role"]} {place["member"]?["name"]}").Order());
    }

    [Fact]
    public async Task A_charter_saved_without_publishing_is_a_draft()
    {
        var answer = await Post(
            ("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"));

        Assert.Contains("draft",
            (await Cast.Dana.Browser.Page(answer.Headers.Location!.ToString())).QuerySelector(".badge")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_posted_twice_creates_one_charter()
    {
        (string, string)[] form = [("Idempotency-Key", "k1"), ("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"),
            ("captain_id", $"{Cast.Kim.MemberId}")];

        var (first, again) = (await Post(form), await Post(form));

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single((await Cast.Dana.Api.Get("/api/events").Json())["items"]!.AsArray());
    }

    [Fact]
    public async Task Script_emoji_and_right_to_left_text_are_shown_as_entered()
    {
        const string title = "<script>alert('x')</script> 🐳 مرحبا";
        var answer =
            await Post(("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
                ("title", title));

        var page = await Cast.Dana.Browser.Page(answer.Headers.Location!.ToString());

        Assert.Equal($"{title}, Aurora", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(
            page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Crew_may_not_plan_charters()
    {
        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync(New)).StatusCode);
        Assert.Equal(403, (int)(await Cast.Kim.Api.Post("/api/events", new { vessel_id = Aurora })).StatusCode);
    }

    /// <summary>The id of the charter to whose page the answer leads.</summary>
    private static string Id(HttpResponseMessage answer) => answer.Headers.Location!.ToString().Split('/')[3];

    private Task<HttpResponseMessage> Post(params (string, string)[] form) => Cast.Dana.Browser.PostForm(New, form);
}
