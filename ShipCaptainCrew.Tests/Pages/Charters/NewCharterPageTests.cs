using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class NewCharterPageTests : PlanningTestBase
{
    private string New => $"/{Cast.Slug}/charters/new";

    [Fact]
    public async Task The_office_plans_a_charter_with_its_crew_and_publishes_it_at_once()
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
        var charter = await Cast.Dana.Api.Get($"/api/events/{answer.Headers.Location!.ToString().Split('/')[^1]}")
            .Json();
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
    public async Task Saved_without_publishing_it_is_a_draft()
    {
        var answer =
            await Post(
                ("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"));

        Assert.Contains("draft",
            (await Cast.Dana.Browser.Page(answer.Headers.Location!.ToString())).QuerySelector(".badge")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_empty_it_asks_for_vessel_date_and_captain_by_name()
    {
        var answer = await Post(("vessel_id", ""), ("event_date", ""), ("captain_id", ""), ("title", "Ben's day"));

        Assert.Equal(422, (int)answer.StatusCode);
        var page = await answer.Html();
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["#vessel_id", "#event_date", "#captain_id"],
            page.QuerySelectorAll("#errs a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Choose a vessel.", page.GetElementById("vessel_id-e")!.TextContent);
        Assert.Equal("Ben's day", ((IHtmlInputElement)page.GetElementById("title")!).Value);
    }

    [Fact]
    public async Task Only_the_qualified_are_offered()
    {
        await Cast.Vessel("Mistral");

        var page = await Cast.Dana.Browser.Page(New);

        Assert.Equal(["Choose the captain", "Kim", "Olive"], Options(page, "captain_id"));
        Assert.Equal(["Open, to be claimed", "Kim", "Max", "Olive"], Options(page, "crew-0-member_id"));
        Assert.Equal(["Open, to be claimed", "Alex", "Max", "Olive", "Sam"], Options(page, "crew-2-member_id"));
        Assert.Equal(["Choose a vessel", "Aurora", "Mistral"], Options(page, "vessel_id"));
    }

    [Fact]
    public async Task What_the_type_brings_is_shown_before_anything_is_kept()
    {
        var type =
            await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset, new(1, 1, 1),
                await Cast.Template("Before departure", "Bilge pump"));

        var answer =
            await Post(("charter_type_id", $"{type}"), ("event_date", "2026-07-04"), ("vessel_id", $"{Aurora}"),
                ("notes", "Cake aboard"), ("fill", "true"));

        Assert.Equal(200, (int)answer.StatusCode);
        var page = await answer.Html();
        Assert.Null(page.GetElementById("errs"));
        Assert.Equal(
            ["18:30 · sunset 20:00", "20:30", "captain, first mate, deckhand", "Before departure"],
            page.QuerySelectorAll("#brings dd").Select(fact => fact.TextContent.Trim()));
        Assert.Equal("Cake aboard", page.GetElementById("notes")!.TextContent.Trim());
        Assert.Equal(2, page.QuerySelectorAll("select[id^=crew-]").Length);
        Assert.Empty((await Cast.Dana.Api.Get("/api/events").Json())["items"]!.AsArray());
    }

    [Fact]
    public async Task A_vessel_already_taken_is_an_error_that_leads_to_the_other_charter()
    {
        var other = await Cast.Plan(Aurora, "13:00", "15:00", "Whale watch").Json(201);

        var answer = await Post(
            ("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
            ("departure_time", "14:00"), ("return_time", "16:00"), ("notes", "Cake"));

        Assert.Equal(409, (int)answer.StatusCode);
        var page = await answer.Html();
        Assert.Contains("Aurora has “Whale watch” at that time", page.GetElementById("errs")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal($"/{Cast.Slug}/charters/{other["id"]}", page.QuerySelector("#errs a")!.GetAttribute("href"));
        Assert.Equal("Cake", page.GetElementById("notes")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_captain_wanted_in_two_places_is_a_warning_on_the_charter_s_own_page()
    {
        var mistral = await Cast.Vessel("Mistral");
        await Cast.Plan(Aurora, "13:00", "15:00", "Whale watch").Json(201);

        var answer = await Post(
            ("vessel_id", $"{mistral}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
            ("departure_time", "14:00"), ("return_time", "16:00"), ("publish", "true"));

        const string warning = "Kim also crews “Whale watch” at that time.";
        var charter = answer.Headers.Location!.ToString();
        Assert.Equal(
            warning, (await Cast.Dana.Browser.Page(charter)).QuerySelector("#charter > .note.act")!.TextContent);
        Assert.DoesNotContain(
            warning, (await Cast.Sam.Browser.Page(charter)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_worth_a_second_look_is_told_while_the_form_is_still_open()
    {
        await Cast.Plan(Aurora,
            new() {
                ["title"] = "Whale watch", ["departure_time"] = "13:00", ["return_time"] = "15:00", ["crew"] = Sams() })
            .Json(201);
        var mistral = await Cast.Vessel("Mistral");

        var answer = await Post(
            ("vessel_id", $"{mistral}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
            ("departure_time", "14:00"), ("return_time", "16:00"),
            ("crew[0].role", "deckhand"), ("crew[0].member_id", $"{Cast.Sam.MemberId}"), ("guests_expected", "13"),
            ("fill", "true"));
        var past =
            await Post(("vessel_id", $"{mistral}"), ("event_date", "2026-06-30"),
                ("captain_id", $"{Cast.Kim.MemberId}"), ("fill", "true"));

        Assert.Equal(
            ["Mistral carries 12 guests at most; there are 13.", "Kim also crews “Whale watch” at that time.",
                "Sam also crews “Whale watch” at that time."],
            (await answer.Html()).QuerySelectorAll("#brings .note.act").Select(note => note.TextContent));
        Assert.Equal(["That day is over."],
            (await past.Html()).QuerySelectorAll("#brings .note.act").Select(note => note.TextContent));

        JsonArray Sams() => new(new JsonObject { ["role"] = "deckhand", ["member_id"] = Cast.Sam.MemberId });
    }

    [Fact]
    public async Task Too_many_guests_and_a_day_that_is_over_are_warnings_of_the_plan_and_on_the_charter_s_page()
    {
        var full = await Cast.Plan(Aurora, new() { ["guests_expected"] = 13 }).Json(201);
        var past = await Cast.Plan(Aurora, new() { ["event_date"] = "2026-06-30" }).Json(201);
        var again = await Cast.Dana.Api.Put($"/api/events/{full["id"]}", new { guests_expected = 12 }).Json();

        const string warning = "Aurora carries 12 guests at most; there are 13.";
        Assert.Equal([("over_capacity", warning)], Warnings(full));
        Assert.Equal([("past_date", "That day is over.")], Warnings(past));
        Assert.Empty(Warnings(again));
        await Cast.Dana.Api.Put($"/api/events/{full["id"]}", new { guests_expected = 13 }).Json();
        Assert.Equal(warning,
            (await Cast.Dana.Browser.Page($"/{Cast.Slug}/charters/{full["id"]}")).QuerySelector(
                "#charter > .note.act")!.TextContent);

        static IEnumerable<(string, string)> Warnings(JsonNode charter) =>
            charter["warnings"]!.AsArray().Select(line => (Text(line!["code"]), Text(line["message"])));
    }

    [Fact]
    public async Task A_time_the_clocks_show_twice_is_asked_about_where_its_offset_can_be_typed()
    {
        var answer =
            await Post(("vessel_id", $"{Aurora}"), ("event_date", "2026-11-01"), ("captain_id", $"{Cast.Kim.MemberId}"),
                ("departure_time", "01:30"));

        var page = await answer.Html();
        Assert.Contains(
            "happens twice", page.GetElementById("departure_time-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("text", page.GetElementById("departure_time")!.GetAttribute("type"));
    }

    [Fact]
    public async Task A_day_of_return_wants_its_time()
    {
        var answer =
            await Post(("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
                ("departure_time", "21:00"), ("return_date", "2026-07-05"));

        Assert.Equal("Enter the time of the return as well.",
            (await answer.Html()).GetElementById("return_time-e")!.TextContent);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_charter()
    {
        (string, string)[] form = [("Idempotency-Key", "k1"), ("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"),
            ("captain_id", $"{Cast.Kim.MemberId}")];

        var (first, again) = (await Post(form), await Post(form));

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single((await Cast.Dana.Api.Get("/api/events").Json())["items"]!.AsArray());
    }

    [Fact]
    public async Task Script_and_emoji_and_right_to_left_text_come_out_as_they_went_in()
    {
        const string words = "<script>alert('x')</script> 🐳 مرحبا";
        var answer =
            await Post(("vessel_id", $"{Aurora}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
                ("title", words));

        var page = await Cast.Dana.Browser.Page(answer.Headers.Location!.ToString());

        Assert.Equal($"{words}, Aurora", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain(
            page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_crew_do_not_plan()
    {
        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync(New)).StatusCode);
        Assert.Equal(403, (int)(await Cast.Kim.Api.Post("/api/events", new { vessel_id = Aurora })).StatusCode);
    }

    private static IEnumerable<string> Options(IDocument page, string id) =>
        page.QuerySelectorAll($"#{id} option").Select(option => option.TextContent)
            .Where(name => !name.StartsWith("founder", StringComparison.Ordinal));

    private Task<HttpResponseMessage> Post(params (string, string)[] form) => Cast.Dana.Browser.PostForm(New, form);
}
