using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

/// <summary>The countdown panel without JavaScript, and its data for the client script.</summary>
public sealed class TimingPanelTests
{
    [Fact]
    public async Task The_panel_shows_a_countdown_and_the_data_for_the_client_script()
    {
        await using var day = await CharterFixture.Begin();
        day.Ship.Clock.SetUtcNow(SanDiegoCharter.At("17:10"));

        var panel = (await day.Cast.Sam.Browser.Page(day.Charter)).QuerySelector(".clock")!;

        Assert.Equal("soon", panel.GetAttribute("data-level"));
        var timer = panel.QuerySelector(".big[role=timer]")!;
        Assert.Equal(("20 min", "Departs in"),
            (timer.TextContent, panel.QuerySelector($"#{timer.GetAttribute("aria-labelledby")}")!.TextContent));
        Assert.Equal(
            ("2026-07-05T00:30:00Z", "Departs in", "Late leaving by", "0", "60 30 10"),
            (timer.GetAttribute("data-until"), timer.GetAttribute("data-says"), timer.GetAttribute("data-late"),
                timer.GetAttribute("data-grace"), timer.GetAttribute("data-speak")));
        Assert.Contains("Sunset in 2 h 51 min", Words(panel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actual_times_are_shown_with_planned_ones_and_a_countdown_to_the_return()
    {
        await using var day = await CharterFixture.Begin();
        await Depart(day, "17:42");
        day.Ship.Clock.SetUtcNow(SanDiegoCharter.At("18:30"));

        var panel = Words((await day.Cast.Sam.Browser.Page(day.Charter)).QuerySelector(".clock")!);

        Assert.All(["Returns in 1 h 30 min", "Under way for 48 min", "Departure 17:42 planned 17:30"],
            text => Assert.Contains(text, panel, StringComparison.Ordinal));
        Assert.DoesNotContain("not confirmed", panel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_return_and_grace_a_charter_is_shown_as_overdue_on_its_page_and_in_lists()
    {
        await using var day = await CharterFixture.Begin();
        await Depart(day, "17:30");
        day.Ship.Clock.SetUtcNow(SanDiegoCharter.At("20:42"));

        var panel = (await day.Cast.Sam.Browser.Page(day.Charter)).QuerySelector(".clock")!;
        Assert.Equal("late", panel.GetAttribute("data-level"));
        Assert.All(["Overdue by 42 min", "Departure 17:30 as planned", "Since sunset 41 min"],
            text => Assert.Contains(text, Words(panel), StringComparison.Ordinal));
        foreach (var (user, list) in new[] { (day.Cast.Dana, "week"), (day.Cast.Sam, "mine") })
        {
            var label = (await user.Browser.Page($"/{day.Cast.Slug}/{list}")).QuerySelector(".timing")!;
            Assert.Equal(("late", "Overdue by 42 min"), (label.GetAttribute("data-level"), Words(label)));
        }
    }

    [Fact]
    public async Task Lists_show_countdowns_for_charters_of_today_only()
    {
        await using var day = await CharterFixture.Begin();

        Assert.Null((await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}/week")).QuerySelector("[role=timer]"));
    }

    [Fact]
    public async Task The_time_zone_is_shown_if_it_differs_from_the_viewers()
    {
        await using var day = await CharterFixture.Begin();
        var abroad = await day.Cast.Plan(await day.Cast.Vessel("Mistral", timeZone: "America/Denver"), "10:00", "12:00")
            .Json(201);

        Assert.False((await Note($"{day.Cast.Slug}/charters/{abroad["id"]}")).HasAttribute("hidden"));
        Assert.True((await Note(day.Charter.TrimStart('/'))).HasAttribute("hidden"));

        async Task<IElement> Note(string address) =>
            (await day.Cast.Sam.Browser.Page($"/{address}")).QuerySelector("[data-clock-of]")!;
    }

    [Fact]
    public async Task The_form_shows_timing_warnings_before_saving()
    {
        await using var day = await CharterFixture.Begin();
        var dark = (Guid)(await day.Cast.Dana.Api
            .Post("/api/vessels", new { name = "Kittiwake", passenger_capacity = 6, navigation_lights = false })
            .Json(201))["id"]!;

        var page = await (await day.Cast.Dana.Browser.PostForm(
            $"/{day.Cast.Slug}/charters/new", ("fill", "true"), ("vessel_id", $"{dark}"),
            ("event_date", "2026-07-04"), ("departure_time", "18:00"), ("return_time", "21:00"))).Html();

        Assert.Equal("Kittiwake has no navigation lights and is out after sunset at 20:00.",
            page.QuerySelector("#follows .note.act")!.TextContent.Trim());
    }

    private static Task<bool> Depart(CharterFixture day, string at) =>
        day.Ship.Change(day.Cast.OperatorId, async (db, _) =>
    {
        var charter = (await db.Charters.FindAsync(day.Cast.OperatorId, day.CharterId))!;
        var kim = new ShipCaptainCrew.Domain.Actor(day.Cast.Kim.MemberId, SanDiegoCharter.At(at));
        charter.Board(kim);
        Assert.Null(charter.Depart(kim.At, [], null, kim));
        return true;
    });

    private static string Words(IElement part) =>
        string.Join(' ', part.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
