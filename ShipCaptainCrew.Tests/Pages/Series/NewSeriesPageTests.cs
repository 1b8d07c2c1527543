using System.Text.Json.Nodes;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Series;

/// <summary>Repeating a charter weekly; without JavaScript unless the test says otherwise.</summary>
public sealed partial class NewSeriesPageTests : PlanningTestBase
{
    [Fact]
    public async Task Chosen_dates_become_charters_in_one_series()
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
        Assert.DoesNotContain("Sat, Jul 11",
            (await Cast.Sam.Browser.Page(Address(charter))).QuerySelector("#charter")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Canceling_or_changing_one_charter_does_not_affect_the_others()
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
    public async Task Publishing_a_series_emails_the_captain_once_for_each_new_date()
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
    public async Task The_same_form_posted_twice_creates_once_and_a_series_can_be_extended_later()
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
        Assert.Contains("‹ Sat, Jul 11", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Sat, Jul 25 ›", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_htmx_the_preview_is_the_page_and_creating_redirects_to_the_charter()
    {
        var (charter, address) = await Charter([]) is var id ? (id, $"{Address(id)}/repeat") : default;

        var preview = await Cast.Dana.Browser.Tap(address, address, ("count", "1"), ("preview", "true"));
        Assert.Equal(["Sat, Jul 11, 2026"], Dates(await preview.Html()));

        var made = await Cast.Dana.Browser.Tap(address, address, ("count", "1"), ("dates", "2026-07-11"));
        Assert.Equal(Address(charter), made.Headers.GetValues("HX-Redirect").Single());
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
        page.QuerySelectorAll("#dates label > span").Select(date => date.Words());

    private static string Line(JsonNode charter) =>
        $"{charter["event_date"]} {charter["status"]} {charter["roles"]!.AsArray()
            .Single(place => Text(place!["role"]) == "captain")!["member"]?["name"]}";
}
