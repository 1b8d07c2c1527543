using System.Text.Json.Nodes;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Series;

/// <summary>A charter repeated weekly, without JavaScript unless it says otherwise.</summary>
public sealed class NewSeriesPageTests : PlanningTestBase
{
    [Fact]
    public async Task The_dates_are_shown_with_their_times_before_anything_is_made()
    {
        var charter =
            await Charter(
                new() { ["charter_type_id"] = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset),
                    ["event_date"] = "2026-09-05" });

        var page = await Preview(charter, ("every_weeks", "2"), ("until", "2026-11-14"));

        Assert.Equal(
            ["Sat 19 Sep 2026 17:20 – 19:20", "Sat 3 Oct 2026 17:00 – 19:00", "Sat 17 Oct 2026 16:45 – 18:45",
                "Sat 31 Oct 2026 16:30 – 18:30", "Sat 14 Nov 2026 15:20 – 17:20"],
            Dates(page));
        Assert.Equal(5, page.QuerySelectorAll("#dates [type=checkbox][checked]").Length);
        Assert.Single(await Events());
    }

    [Fact]
    public async Task The_chosen_dates_become_charters_of_their_own_in_one_series()
    {
        var charter =
            await Charter(new() { ["departure_time"] = "18:00", ["return_time"] = "20:00", ["notes"] = "Cake aboard" });

        var answer = await Create(charter, ("count", "3"), ("dates", "2026-07-11"), ("dates", "2026-07-25"));

        Assert.Equal((303, Address(charter)), ((int)answer.StatusCode, answer.Headers.Location!.ToString()));
        var events = await Events();
        Assert.Equal(["2026-07-04 scheduled Kim", "2026-07-11 draft Kim", "2026-07-25 draft Kim"], events.Select(Line));
        Assert.All(events, made => Assert.Equal("Cake aboard", Text(made["notes"])));

        var page = await Cast.Dana.Browser.Page(Address(charter));
        Assert.Contains("One of a weekly series", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal([Address(events[1].Id())],
            page.QuerySelectorAll("#charter > .acts a[href*='/charters/']").Select(link => link.GetAttribute("href"))
                .Where(link => link!.Length == Address(charter).Length));
        Assert.DoesNotContain("Sat 11 Jul",
            (await Cast.Sam.Browser.Page(Address(charter))).QuerySelector("#charter")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_or_changing_one_date_leaves_the_others_as_they_are()
    {
        var charter = await Charter(new() { ["departure_time"] = "18:00", ["return_time"] = "20:00" });
        await Create(charter, ("count", "2"), ("publish", "true"), ("dates", "2026-07-11"), ("dates", "2026-07-18"));
        var events = await Events();

        await Put(events[1], new() { ["departure_time"] = "17:00" }).Json();
        await Cast.Dana.Api.Post($"/api/events/{charter}/cancel", new { reason = "Gale" }).Json();

        Assert.Equal(["2026-07-04 cancelled Kim", "2026-07-11 scheduled Kim", "2026-07-18 scheduled Kim"],
            (await Events()).Select(Line));
        Assert.Equal(["2026-07-12T00:00:00Z", "2026-07-19T01:00:00Z"],
            (await Events()).Skip(1).Select(made => Text(made["departure_time"])));
    }

    [Fact]
    public async Task A_date_on_which_the_vessel_is_taken_cannot_be_chosen_and_her_captains_other_charter_is_told()
    {
        var charter = await Charter(new() { ["departure_time"] = "18:00", ["return_time"] = "20:00" });
        await Charter(
            new() { ["event_date"] = "2026-07-11", ["departure_time"] = "15:00", ["return_time"] = "17:45",
                ["title"] = "Whale watch" });
        await Cast.Plan(await Cast.Vessel("Mistral"),
            new() { ["event_date"] = "2026-07-18", ["departure_time"] = "19:00", ["return_time"] = "21:00",
                ["title"] = "Jazz night" })
            .Json(201);

        var rows = (await Preview(charter, ("count", "2"))).QuerySelectorAll("#dates li");

        Assert.Null(rows[0].QuerySelector("[type=checkbox]"));
        Assert.Contains("Aurora has “Whale watch” at that time", rows[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows[1].QuerySelector("[type=checkbox][checked]"));
        Assert.Contains("Kim also crews “Jazz night” at that time.", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_date_that_cannot_be_made_and_none_is_and_all_that_was_typed_is_kept()
    {
        var charter = await Charter(new() { ["departure_time"] = "18:00", ["return_time"] = "20:00" });
        await Charter(
            new() { ["event_date"] = "2026-07-11", ["departure_time"] = "17:00", ["return_time"] = "19:00",
                ["title"] = "Whale watch" });
        var before = (await Events()).Count;

        var answer =
            await Create(charter, ("count", "3"), ("publish", "true"), ("assign_captain", "false"),
                ("offered", "2026-07-18"), ("offered", "2026-07-25"), ("dates", "2026-07-11"), ("dates", "2026-07-18"));

        Assert.Equal(422, (int)answer.StatusCode);
        var page = await answer.Html();
        Assert.StartsWith("Sat 11 Jul: Aurora has “Whale watch”", page.GetElementById("dates-e")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(
            ["2026-07-18"], page.QuerySelectorAll("#dates [checked]").Select(box => box.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("#publish[checked]"));
        Assert.Null(page.QuerySelector("#assign_captain[checked]"));
        Assert.Equal("3", page.GetElementById("count")!.GetAttribute("value"));
        Assert.Equal(before, (await Events()).Count);
    }

    [Fact]
    public async Task Where_the_sun_does_not_set_a_sunset_sail_has_no_date_and_past_days_are_over()
    {
        var fjord =
            await Cast.Vessel("Polaris", timeZone: "Europe/Oslo",
                homePort: new { name = "Tromsø", latitude = 69.65, longitude = 18.96 });
        var charter =
            (await Cast.Plan(fjord,
                new() { ["charter_type_id"] = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset),
                    ["event_date"] = "2026-05-09" })
                .Json(201)).Id();

        var rows = (await Preview(charter, ("count", "12"))).QuerySelectorAll("#dates li")
            .Select(row => row.TextContent).ToList();

        Assert.Contains("That day is over.", rows[6], StringComparison.Ordinal);
        Assert.Contains("The sun does not set there that day.", rows[7], StringComparison.Ordinal);
        Assert.DoesNotContain("Not possible", rows[11], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charter_of_eight_days_is_not_repeated_every_week_but_every_other()
    {
        var charter = await Charter(new() { ["departure_time"] = "10:00", ["return_time"] = "2026-07-12T10:00" });

        Assert.Equal("0 of 3 dates are free",
            (await Preview(charter, ("count", "3"))).QuerySelector("#dates legend")!.TextContent);
        Assert.Equal("3 of 3 dates are free",
            (await Preview(charter, ("count", "3"), ("every_weeks", "2"))).QuerySelector("#dates legend")!.TextContent);
    }

    [Fact]
    public async Task A_date_once_left_out_stays_out_when_more_are_asked_for()
    {
        var charter = await Charter([]);

        var page =
            await Preview(charter, ("count", "3"), ("offered", "2026-07-11"), ("offered", "2026-07-18"), ("dates", ""),
                ("dates", "2026-07-18"));

        Assert.Equal(["2026-07-18", "2026-07-25"],
            page.QuerySelectorAll("#dates [checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task Published_at_once_the_captain_has_one_letter_for_each_date_and_the_original_is_not_told_again()
    {
        var charter = await Charter([]);
        var before = (await Cast.Outbox()).Count;

        await Create(charter, ("count", "2"), ("publish", "true"), ("assign_captain", "true"), ("dates", "2026-07-11"),
            ("dates", "2026-07-18"));

        var emails = (await Cast.Outbox()).Skip(before).ToList();
        Assert.Equal(["place", "place"], emails.Select(email => email.Kind));
        Assert.Equal(2,
            emails.Where(email => email.MemberId == Cast.Kim.MemberId).Select(email => email.CharterId).Distinct()
                .Except([charter]).Count());
    }

    [Fact]
    public async Task The_same_wish_sent_twice_is_granted_once_and_a_series_may_be_made_longer_later()
    {
        var charter = await Charter(new() { ["departure_time"] = "18:00", ["return_time"] = "20:00" });
        (string, string)[] form = [
            ("Idempotency-Key", "k1"), ("count", "2"), ("dates", "2026-07-11"), ("dates", "2026-07-18")];

        await Create(charter, form);
        Assert.Equal(303, (int)(await Create(charter, form)).StatusCode);
        Assert.Equal(3, (await Events()).Count);

        var last = (await Events())[2].Id();
        await Create(last, ("count", "1"), ("dates", "2026-07-25"));
        var page = await Cast.Dana.Browser.Page(Address(last));
        Assert.Contains("‹ Sat 11 Jul", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sat 25 Jul ›", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_htmx_the_preview_comes_as_the_page_and_making_them_leads_to_the_charter()
    {
        var (charter, handled) = await Charter([]) is var id ? (id, $"{Address(id)}/repeat") : default;

        var preview = await Cast.Dana.Browser.Tap(handled, handled, ("count", "1"), ("preview", "true"));
        Assert.Equal(["Sat 11 Jul 2026"], Dates(await preview.Html()));

        var made = await Cast.Dana.Browser.Tap(handled, handled, ("count", "1"), ("dates", "2026-07-11"));
        Assert.Equal(Address(charter), made.Headers.GetValues("HX-Redirect").Single());
    }

    [Theory]
    [InlineData("count", "", "count", "Enter how many times, or the last day.")]
    [InlineData("count", "99", "count", "Enter a number from 1 to 52.")]
    [InlineData("until", "yesterday", "until", "Enter a date like 2026-07-04.")]
    public async Task What_cannot_be_read_is_told_beside_its_field(string name, string value, string field, string says)
    {
        var handled = $"{Address(await Charter([]))}/repeat";

        var answer = await Cast.Dana.Browser.PostForm(handled, (name, value), ("preview", "true"));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(says, (await answer.Html()).GetElementById($"{field}-e")!.TextContent);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_alone_and_of_dates_that_were_never_offered_each_is_named()
    {
        var charter = await Charter([]);

        var unreadable =
            await (await Create(charter, ("count", "many"), ("dates", "2026-07-11"), ("dates", "2026-07-18"))).Html();
        var strange =
            await (await Create(charter, ("count", "1"), ("dates", "2026-07-11"), ("dates", "2026-07-12"))).Html();

        Assert.Equal(
            ["Enter a whole number."], unreadable.QuerySelectorAll("#errs a").Select(error => error.TextContent));
        Assert.Equal(["Sun 12 Jul is not one of these dates. Look at them again."],
            strange.QuerySelectorAll("#errs a").Select(error => error.TextContent));
        Assert.Single(await Events());
    }

    [Fact]
    public async Task The_crew_does_not_repeat_and_a_cancelled_charter_is_not_repeated()
    {
        var charter = await Charter([]);
        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync($"{Address(charter)}/repeat")).StatusCode);

        await Cast.Dana.Api.Post($"/api/events/{charter}/cancel", new { reason = "Gale" }).Json();

        Assert.Equal(Address(charter),
            (await Cast.Dana.Browser.GetAsync($"{Address(charter)}/repeat")).Headers.Location!.ToString());
    }

    private string Address(Guid charter) => $"/{Cast.Slug}/charters/{charter}";

    private async Task<Guid> Charter(JsonObject more) => (await Cast.Plan(Aurora, more).Json(201)).Id();

    private async Task<IDocument> Preview(Guid charter, params (string, string)[] form)
    {
        var answer = await Cast.Dana.Browser.PostForm($"{Address(charter)}/repeat", [.. form, ("preview", "true")]);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Html();
    }

    private Task<HttpResponseMessage> Create(Guid charter, params (string, string)[] form) =>
        Cast.Dana.Browser.PostForm($"{Address(charter)}/repeat", form);

    private async Task<IReadOnlyList<JsonNode>> Events() =>
        [.. (await Cast.Dana.Api.Get("/api/events").Json())["items"]!.AsArray().OfType<JsonNode>()];

    private static IEnumerable<string> Dates(IDocument page) =>
        page.QuerySelectorAll("#dates label > span")
            .Select(
                date => string.Join(' ', date.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string Line(JsonNode charter) =>
        $"{charter["event_date"]} {charter["status"]} {charter["roles"]!.AsArray()
            .Single(place => Text(place!["role"]) == "captain")!["member"]?["name"]}";
}
