using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

public sealed class SeasonPageTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private string Season => $"/{fixture.Queen.Slug}/season";

    [Fact]
    public async Task Every_member_sees_sunsets_of_this_month_with_today_marked()
    {
        var page = await fixture.Queen.Sam.Browser.Page(Season);

        Assert.Equal("July 2026", page.QuerySelector("h2")!.TextContent);
        Assert.Equal(31, page.QuerySelectorAll("tbody tr").Length);
        var today = page.QuerySelector("tr.now")!;
        Assert.Equal("date", today.GetAttribute("aria-current"));
        Assert.Equal(["Wed 1 Today", "8:00 PM", "5:44 AM", "8:29 PM"], Cells(today));
    }

    [Fact]
    public async Task A_sunset_based_type_shows_charter_times_and_clock_changes()
    {
        var type = await fixture.Queen.Type("Sunset sail", PlanningSteps.BeforeSunset);

        var page = await fixture.Queen.Dana.Browser.Page(
            $"{Season}?vessel={fixture.Aurora}&type={type}&from=2026-10&months=2");

        Assert.Equal(["October 2026", "November 2026"], page.QuerySelectorAll("h2").Select(month => month.TextContent));
        var (last, first) = (page.QuerySelectorAll("tbody tr")[30], page.QuerySelectorAll("tbody tr")[31]);
        Assert.Equal(["Sat 31", "5:58 PM", "4:30 PM", "6:30 PM", "3:30 PM", "4:00 PM", "7:05 AM", "6:23 PM"],
            Cells(last));
        Assert.Equal(
            ["Sun 1 Clocks back", "4:57 PM", "3:30 PM", "5:30 PM", "2:30 PM", "3:00 PM", "6:06 AM",
                "5:23 PM"], Cells(first));
        Assert.Equal(["Aurora", "Sunset sail", "2026-10", "2 months"],
            page.QuerySelectorAll("option[selected], input[name=from]")
                .Select(field => field.GetAttribute("value") is { Length: 7 } month ? month : field.TextContent));
    }

    [Fact]
    public async Task A_sunset_based_type_needs_a_fixed_time_during_polar_day()
    {
        var type = await fixture.Queen.Type("Midnight sail", PlanningSteps.BeforeSunset);
        var abroad = await fixture.Queen.Vessel("Nordlys", timeZone: "Arctic/Longyearbyen",
            homePort: new { name = "Longyearbyen", latitude = 78.22, longitude = 15.65 });

        var page = await fixture.Queen.Dana.Browser.Page($"{Season}?vessel={abroad}&type={type}&from=2026-06");

        Assert.Equal(
            ["Mon 1", "Does not set", "Needs a fixed time", "–", "–"],
            Cells(page.QuerySelector("tbody tr")!));
        Assert.Contains("Does not rise",
            (await fixture.Queen.Dana.Browser.Page($"{Season}?vessel={abroad}&from=2026-12"))
                .QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=soon&months=99&vessel=none&type=none", "July 2026", 1)]
    [InlineData("?from=1999-12", "July 2026", 1)]
    [InlineData("?from=2099-12&months=12", "December 2099", 1)]
    [InlineData("?from=2000-01&months=12", "January 2000", 12)]
    public async Task Invalid_input_falls_back_to_this_month_and_months_end_with_the_supported_range(
        string query, string first, int months)
    {
        var headings = (await fixture.Queen.Kim.Browser.Page(Season + query)).QuerySelectorAll("h2");

        Assert.Equal((first, months), (headings[0].TextContent, headings.Length));
    }

    [Fact]
    public async Task An_operator_without_vessels_sees_sunsets_of_its_port() =>
        Assert.Null((await fixture.Robin.Browser.Page($"/{fixture.Strangers.Slug}/season")).QuerySelector("#vessel"));

    [Fact]
    public async Task The_week_and_charter_types_link_to_the_season()
    {
        var type = await fixture.Queen.Type("Harbor tour", PlanningSteps.AtHalfPastFour);

        Assert.NotNull(
            (await fixture.Queen.Kim.Browser.Page($"/{fixture.Queen.Slug}/week")).QuerySelector($"a[href='{Season}']"));
        Assert.NotNull(
            (await fixture.Queen.Dana.Browser.Page($"/{fixture.Queen.Slug}/types/{type}"))
                .QuerySelector($"a[href='{Season}?type={type}']"));
    }

    private static IEnumerable<string> Cells(IElement row) => row.Children.Select(cell => cell.Words());
}
