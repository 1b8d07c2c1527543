using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Series;

public sealed partial class NewSeriesPageTests
{
    [Fact]
    public async Task One_impossible_date_refuses_all_and_keeps_the_input()
    {
        var charter = await Charter(new() { ["departure_time"] = "18:00", ["return_time"] = "20:00" });
        await Charter(
            new() { ["event_date"] = "2026-07-11", ["departure_time"] = "17:00", ["return_time"] = "19:00",
                ["title"] = "Whale watch" });
        var before = (await Events()).Count;

        var answer = await Create(charter, ("count", "3"), ("publish", "true"), ("assign_captain", "false"),
            ("offered", "2026-07-18"), ("offered", "2026-07-25"), ("dates", "2026-07-11"), ("dates", "2026-07-18"));

        Assert.Equal(422, (int)answer.StatusCode);
        var page = await answer.Html();
        Assert.StartsWith("Sat, Jul 11: Aurora has “Whale watch”", page.GetElementById("dates-e")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(
            ["2026-07-18"], page.QuerySelectorAll("#dates [checked]").Select(box => box.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("#publish[checked]"));
        Assert.Null(page.QuerySelector("#assign_captain[checked]"));
        Assert.Equal("3", page.GetElementById("count")!.GetAttribute("value"));
        Assert.Equal(before, (await Events()).Count);
    }

    [Theory]
    [InlineData("count", "", "count", "Enter how many times, or the last day.")]
    [InlineData("count", "99", "count", "Enter a number from 1 to 52.")]
    [InlineData("until", "yesterday", "until", "Enter a date like 2026-07-04.")]
    public async Task Invalid_input_is_refused_at_its_field(string name, string value, string field, string message)
    {
        var address = $"{Address(await Charter([]))}/repeat";

        var answer = await Cast.Dana.Browser.PostForm(address, (name, value), ("preview", "true"));

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(message, (await answer.Html()).GetElementById($"{field}-e")!.TextContent);
    }

    [Fact]
    public async Task Invalid_input_is_reported_alone_and_dates_outside_the_series_are_named()
    {
        var charter = await Charter([]);

        var invalid =
            await (await Create(charter, ("count", "many"), ("dates", "2026-07-11"), ("dates", "2026-07-18"))).Html();
        var outside =
            await (await Create(charter, ("count", "1"), ("dates", "2026-07-11"), ("dates", "2026-07-12"))).Html();

        Assert.Equal(
            ["Enter a whole number."], invalid.QuerySelectorAll("#errs a").Select(error => error.TextContent));
        Assert.Equal(["Sun, Jul 12 is not one of these dates. Check them again."],
            outside.QuerySelectorAll("#errs a").Select(error => error.TextContent));
        Assert.Single(await Events());
    }

    [Fact]
    public async Task Crew_may_not_repeat_charters_and_canceled_ones_cannot_be_repeated()
    {
        var charter = await Charter([]);
        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync($"{Address(charter)}/repeat")).StatusCode);

        await Cast.Dana.Api.Post($"/api/events/{charter}/cancel", new { reason = "Gale" }).Json();

        Assert.Equal(Address(charter),
            (await Cast.Dana.Browser.GetAsync($"{Address(charter)}/repeat")).Headers.Location!.ToString());
    }
}
