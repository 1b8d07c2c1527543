using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Series;

public sealed partial class NewSeriesPageTests
{
    [Fact]
    public async Task The_preview_shows_dates_with_times_and_creates_nothing()
    {
        var charter = await Charter(
            new() { ["charter_type_id"] = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset),
                ["event_date"] = "2026-09-05" });

        var page = await Preview(charter, ("every_weeks", "2"), ("until", "2026-11-14"));

        Assert.Equal(
            ["Sat, Sep 19, 2026 5:20 PM – 7:20 PM", "Sat, Oct 3, 2026 5:00 PM – 7:00 PM",
                "Sat, Oct 17, 2026 4:45 PM – 6:45 PM",
                "Sat, Oct 31, 2026 4:30 PM – 6:30 PM", "Sat, Nov 14, 2026 3:20 PM – 5:20 PM"],
            Dates(page));
        Assert.Equal(5, page.QuerySelectorAll("#dates [type=checkbox][checked]").Length);
        Assert.Single(await Events());
    }

    [Fact]
    public async Task A_date_with_a_vessel_conflict_cannot_be_chosen_and_a_crew_overlap_is_a_warning()
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
        Assert.Contains("Kim is also on “Jazz night” at that time.", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_dates_and_polar_days_of_a_sunset_based_type_are_not_possible()
    {
        var vessel = await Cast.Vessel("Polaris", timeZone: "Europe/Oslo",
            homePort: new { name = "Tromsø", latitude = 69.65, longitude = 18.96 });
        var charter = (await Cast.Plan(vessel,
            new() { ["charter_type_id"] = await Cast.Type("Sunset sail", PlanningSteps.BeforeSunset),
                ["event_date"] = "2026-05-09" })
            .Json(201)).Id();

        var rows = (await Preview(charter, ("count", "12"))).QuerySelectorAll("#dates li")
            .Select(row => row.TextContent).ToList();

        Assert.Contains("That day is in the past.", rows[6], StringComparison.Ordinal);
        Assert.Contains("The sun does not set there that day.", rows[7], StringComparison.Ordinal);
        Assert.DoesNotContain("Not possible", rows[11], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_eight_day_charter_can_be_repeated_every_other_week_only()
    {
        var charter = await Charter(new() { ["departure_time"] = "10:00", ["return_time"] = "2026-07-12T10:00" });

        Assert.Equal("0 of 3 dates are free",
            (await Preview(charter, ("count", "3"))).QuerySelector("#dates legend")!.TextContent);
        Assert.Equal("3 of 3 dates are free",
            (await Preview(charter, ("count", "3"), ("every_weeks", "2"))).QuerySelector("#dates legend")!.TextContent);
    }

    [Fact]
    public async Task A_deselected_date_stays_deselected_when_more_dates_are_requested()
    {
        var charter = await Charter([]);

        var page =
            await Preview(charter, ("count", "3"), ("offered", "2026-07-11"), ("offered", "2026-07-18"), ("dates", ""),
                ("dates", "2026-07-18"));

        Assert.Equal(["2026-07-18", "2026-07-25"],
            page.QuerySelectorAll("#dates [checked]").Select(box => box.GetAttribute("value")));
    }
}
