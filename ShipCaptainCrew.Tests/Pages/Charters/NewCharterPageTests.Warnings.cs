using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class NewCharterPageTests
{
    [Fact]
    public async Task A_vessel_conflict_is_refused_with_a_link_to_the_other_charter()
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
    public async Task An_overlapping_assignment_of_the_captain_is_a_warning_on_the_charter_page()
    {
        var mistral = await Cast.Vessel("Mistral");
        await Cast.Plan(Aurora, "13:00", "15:00", "Whale watch").Json(201);

        var answer = await Post(
            ("vessel_id", $"{mistral}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
            ("departure_time", "14:00"), ("return_time", "16:00"), ("publish", "true"));

        const string warning = "Kim is also on “Whale watch” at that time.";
        var charter = answer.Headers.Location!.ToString()[..^"/published".Length];
        Assert.Equal(
            warning, (await Cast.Dana.Browser.Page(charter)).QuerySelector("#charter > .note.act")!.TextContent);
        Assert.DoesNotContain(
            warning, (await Cast.Sam.Browser.Page(charter)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_are_shown_in_the_form_before_saving()
    {
        await Cast.Plan(Aurora,
            new()
            {
                ["title"] = "Whale watch", ["departure_time"] = "13:00", ["return_time"] = "15:00",
                ["crew"] = SamOnly(),
            })
            .Json(201);
        var mistral = await Cast.Vessel("Mistral");

        var answer = await Post(
            ("vessel_id", $"{mistral}"), ("event_date", "2026-07-04"), ("captain_id", $"{Cast.Kim.MemberId}"),
            ("departure_time", "14:00"), ("return_time", "16:00"),
            ("crew[0].role", "deckhand"), ("crew[0].member_id", $"{Cast.Sam.MemberId}"), ("guests_expected", "13"),
            ("fill", "true"));
        var past = await Post(("vessel_id", $"{mistral}"), ("event_date", "2026-06-30"),
            ("captain_id", $"{Cast.Kim.MemberId}"), ("fill", "true"));

        Assert.Equal(
            ["Mistral can carry 12 guests at most; there are 13.", "Sam is also on “Whale watch” at that time."],
            (await answer.Html()).QuerySelectorAll("#brings .note.act").Select(note => note.TextContent));
        Assert.Equal(["That day is in the past."],
            (await past.Html()).QuerySelectorAll("#brings .note.act").Select(note => note.TextContent));

        JsonArray SamOnly() => new(new JsonObject { ["role"] = "deckhand", ["member_id"] = Cast.Sam.MemberId });
    }

    [Fact]
    public async Task Too_many_guests_and_a_past_date_are_warnings_in_the_API_and_on_the_charter_page()
    {
        var full = await Cast.Plan(Aurora, new() { ["guests_expected"] = 13 }).Json(201);
        var past = await Cast.Plan(Aurora, new() { ["event_date"] = "2026-06-30" }).Json(201);
        var again = await Cast.Dana.Api.Put($"/api/events/{full["id"]}", new { guests_expected = 12 }).Json();

        const string warning = "Aurora can carry 12 guests at most; there are 13.";
        Assert.Equal([("over_capacity", warning)], Warnings(full));
        Assert.Equal([("past_date", "That day is in the past.")], Warnings(past));
        Assert.Empty(Warnings(again));
        await Cast.Dana.Api.Put($"/api/events/{full["id"]}", new { guests_expected = 13 }).Json();
        Assert.Equal(warning,
            (await Cast.Dana.Browser.Page($"/{Cast.Slug}/charters/{full["id"]}")).QuerySelector(
                "#charter > .note.act")!.TextContent);

        static IEnumerable<(string, string)> Warnings(JsonNode charter) =>
            charter["warnings"]!.AsArray().Select(line => (Text(line!["code"]), Text(line["message"])));
    }
}
