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
        Assert.Contains("Sam|Sam is deckhand|Sunset sail, Jul 4", rows);
        Assert.Contains("Dana|Added the vessel Aurora|", rows);
        Assert.Contains("Automatic|Invited Kim|", rows);
    }

    [Fact]
    public async Task Entries_of_other_operators_are_never_shown()
    {
        var strangers = await day.Ship.Cast("strangers");

        var page = await strangers.Olive.Browser.Page($"/strangers/log?charter={day.CharterId}");

        Assert.Empty(page.QuerySelectorAll(".log li"));
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
        .. (await who.Browser.Page(Log + search)).QuerySelectorAll(".log li")
            .Select(row => $"{row.Words("b")}|{row.Words(".what")}|{row.Words(".meta a")}"),
    ];
}
