using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed partial class MovePageTests
{
    [Fact]
    public async Task A_lapsed_charter_shows_no_boarding_time_and_needs_attention_of_the_office()
    {
        var home = $"/{Queen.Slug}";
        day.Ship.Clock.SetUtcNow(new(2026, 7, 5, 2, 59, 0, TimeSpan.Zero));
        Assert.DoesNotContain("Did it sail?", await Attention(), StringComparison.Ordinal);
        day.Ship.Clock.SetUtcNow(new(2026, 7, 6, 16, 0, 0, TimeSpan.Zero));

        Assert.Contains("Its time is over.", Move(await Kim.Page(day.Charter)).TextContent, StringComparison.Ordinal);
        Assert.Contains("Did it sail?", await Attention(), StringComparison.Ordinal);
        day.Ship.Clock.SetUtcNow(new(2026, 7, 20, 16, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("Did it sail?", await Attention(), StringComparison.Ordinal);

        async Task<string> Attention() => (await Queen.Dana.Browser.Page(home)).GetElementById("charters")!.TextContent;
    }

    [Fact]
    public async Task An_overdue_charter_is_listed_first_for_the_office()
    {
        await Queen.Dana.Api
            .Post("/api/events",
                new { vessel_id = day.VesselId, event_date = "2026-07-01", departure_time = "06:00",
                    return_time = "07:00", title = "Early tour", captain_id = Queen.Kim.MemberId, publish = true })
            .Json(201);
        day.Ship.Clock.SetUtcNow((await day.Sail()).AddHours(2));

        var needs = (await Queen.Dana.Browser.Page($"/{Queen.Slug}")).QuerySelectorAll(".task a")
            .Select(line => line.TextContent).Take(2);

        Assert.Equal(["Overdue: call Kim", "Did it sail?"], needs);
    }
}
