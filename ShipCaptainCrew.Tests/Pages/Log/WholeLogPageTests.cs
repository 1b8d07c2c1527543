using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Log;

/// <summary>The log page of an operator, for the office.</summary>
public sealed partial class WholeLogPageTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    private Cast Queen => day.Cast;

    private string Log => $"/{Queen.Slug}/log";

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task The_office_sees_who_did_what_and_on_which_charter_newest_first()
    {
        await Queen.Dana.Api.Put($"/api/vessels/{day.VesselId}", new { passenger_capacity = 40 }).Json();

        var rows = await Rows(Queen.Dana, "");

        Assert.Equal("Dana|Changed passenger capacity of the vessel Aurora|", rows[0]);
        Assert.Contains("Sam|Sam is deckhand|Sunset sail, 4 Jul", rows);
        Assert.Contains("Dana|Added the vessel Aurora|", rows);
        Assert.Contains("The ship's clock|Invited Kim|", rows);
    }

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
            "charter" => row.EndsWith("|Whale watch, 4 Jul", StringComparison.Ordinal),
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

        Assert.Equal(100, first.QuerySelectorAll("tbody tr").Length);
        Assert.InRange(second.QuerySelectorAll("tbody tr").Length, 21, 99);
        Assert.All(
            second.QuerySelectorAll("tbody tr"), row => Assert.Equal("Dana", row.Children[1].TextContent.Trim()));
        Assert.Equal($"{Queen.Dana.MemberId}", second.QuerySelector("#who option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Entries_of_other_operators_are_never_shown()
    {
        var strangers = await day.Ship.Cast("strangers");

        var page = await strangers.Olive.Browser.Page($"/strangers/log?charter={day.CharterId}");

        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("Sunset sail", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            404, (int)(await strangers.Olive.Browser.GetAsync(Log, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("?day=yesterday")]
    [InlineData("?who=me&charter=all")]
    [InlineData("?before=-1")]
    [InlineData("?day=9999-12-31")]
    [InlineData("?day=0001-01-01")]
    public async Task Invalid_search_values_are_ignored(string search) =>
        Assert.Equal(200,
            (int)(await Queen.Dana.Browser.GetAsync(Log + search, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task Only_the_office_may_open_the_log_and_is_linked_to_it()
    {
        foreach (var user in new[] { Queen.Kim, Queen.Sam })
            Assert.Equal(
                403, (int)(await user.Browser.GetAsync(Log, TestContext.Current.CancellationToken)).StatusCode);
        foreach (var page in new[] { $"/{Queen.Slug}/me", $"{day.Charter}/log" })
        {
            Assert.NotNull((await Queen.Dana.Browser.Page(page)).QuerySelector($"a[href='{Log}']"));
            Assert.Null((await Queen.Kim.Browser.Page(page)).QuerySelector($"a[href='{Log}']"));
        }
    }

    [Fact]
    public async Task The_query_count_does_not_depend_on_the_length_of_the_log()
    {
        var few = await QueryCount();
        for (var i = 0; i < 5; i++) await Queen.Plan(await Queen.Vessel($"Boat {i}")).Json(201);

        Assert.Equal(few, await QueryCount());

        Task<int> QueryCount() => day.Ship.Queries.During(() => Queen.Dana.Browser.GetAsync(Log));
    }

    /// <summary>Who, what and on which charter.</summary>
    private async Task<IReadOnlyList<string>> Rows(TestUser who, string search) =>
    [
        .. (await who.Browser.Page(Log + search)).QuerySelectorAll("tbody tr")
            .Select(row => string.Join('|', row.Children.Skip(1).Take(3).Select(cell => cell.TextContent.Trim()))),
    ];
}
