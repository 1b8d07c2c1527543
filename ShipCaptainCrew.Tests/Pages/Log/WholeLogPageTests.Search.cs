using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Log;

public sealed partial class WholeLogPageTests
{
    [Theory]
    [InlineData("who")]
    [InlineData("charter")]
    [InlineData("day")]
    public async Task The_log_can_be_searched_by_person_charter_and_day(string by)
    {
        await Queen.Sam.Api
            .Put($"{day.Api}/checklists/{day.ListId}",
                new { items = new[] { new { id = day.Item(0), state = "complete" } } })
            .Json();
        var elsewhere = await Queen.Plan(await Queen.Vessel("Borealis"), new() { ["title"] = "Whale watch" }).Json(201);

        var search = by switch
        {
            "who" => $"?who={Queen.Sam.MemberId}",
            "charter" => $"?charter={elsewhere.Id()}",
            _ => "?day=2026-07-01",
        };
        var rows = await Rows(Queen.Olive, search);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(by switch
        {
            "who" => row.StartsWith("Sam|", StringComparison.Ordinal),
            "charter" => row.EndsWith("|Whale watch, Jul 4", StringComparison.Ordinal),
            _ => true,
        }));
        Assert.Equal(by != "charter", rows.Any(row => row.Contains("Navigation lights:", StringComparison.Ordinal)));
        Assert.Empty(await Rows(Queen.Olive, "?day=2026-06-30"));
    }

    [Fact]
    public async Task Paging_keeps_the_search()
    {
        for (var i = 0; i < 60; i++)
        {
            foreach (var capacity in new[] { 30, 31 })
                await Queen.Dana.Api.Put($"/api/vessels/{day.VesselId}", new { passenger_capacity = capacity }).Json();
        }

        var first = await Queen.Dana.Browser.Page($"{Log}?who={Queen.Dana.MemberId}");
        var second = await Queen.Dana.Browser.Page(first.QuerySelector("#main > .acts a")!.GetAttribute("href")!);

        Assert.Equal(100, first.QuerySelectorAll(".log li").Length);
        Assert.InRange(second.QuerySelectorAll(".log li").Length, 21, 99);
        Assert.All(
            second.QuerySelectorAll(".log li"), row => Assert.Equal("Dana", row.Words("b")));
        Assert.Equal($"{Queen.Dana.MemberId}", second.QuerySelector("#who option[selected]")!.GetAttribute("value"));
    }
}
