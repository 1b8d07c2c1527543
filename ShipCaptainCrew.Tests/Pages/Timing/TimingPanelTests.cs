using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

/// <summary>The times of a charter on its page and in lists, as they are loaded.</summary>
public sealed class TimingPanelTests
{
    [Fact]
    public async Task After_return_and_grace_a_charter_is_shown_as_overdue_on_its_page_and_in_lists()
    {
        await using var day = await CharterFixture.Begin();
        await Depart(day, "17:30");
        day.Ship.Clock.SetUtcNow(SanDiegoCharter.At("20:42"));

        var panel = (await day.Cast.Sam.Browser.Page(day.Charter)).QuerySelector(".clock")!;
        Assert.Equal("late", panel.GetAttribute("data-level"));
        Assert.All(["Overdue by 42 min", "5:30 PM Departs", "Since sunset 41 min"],
            text => Assert.Contains(text, RenderedText.Words(panel), StringComparison.Ordinal));
        foreach (var (user, list) in new[] { (day.Cast.Dana, "week"), (day.Cast.Sam, "mine") })
        {
            var label = (await user.Browser.Page($"/{day.Cast.Slug}/{list}")).QuerySelector(".timing")!;
            Assert.Equal(("late", "Overdue by 42 min"), (label.GetAttribute("data-level"), RenderedText.Words(label)));
        }
    }

    [Fact]
    public async Task The_times_name_the_place_whose_clock_they_follow()
    {
        await using var day = await CharterFixture.Begin();
        var abroad = await day.Cast.Plan(await day.Cast.Vessel("Mistral", timeZone: "America/Denver"), "10:00", "12:00")
            .Json(201);

        Assert.StartsWith(
            "Denver time.", await Note($"{day.Cast.Slug}/charters/{abroad["id"]}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Denver", await Note(day.Charter.TrimStart('/')), StringComparison.Ordinal);

        async Task<string> Note(string address) => RenderedText.Words(
            (await day.Cast.Sam.Browser.Page($"/{address}")).QuerySelector(".clock > .meta")!);
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

        Assert.Equal("Kittiwake has no navigation lights and is out after sunset at 8:00 PM.",
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
}
