using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Vessels;

/// <summary>The pages of faults, used without JavaScript.</summary>
public sealed class DefectPagesTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    private Cast Cast => day.Cast;

    private string Faults => $"/{Cast.Slug}/vessels/{day.VesselId}/defects";

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task A_fault_reported_from_a_failed_item_shows_on_the_charter_until_it_is_closed()
    {
        var row = (await Cast.Sam.Browser.Page(day.List)).QuerySelector($"#i{day.Item(1):N}")!;
        var report = row.QuerySelector("a.fault")!.GetAttribute("href")!;
        var form = await Cast.Sam.Browser.Page(report);
        Assert.Equal("Bilge pump: ", form.QuerySelector("textarea")!.TextContent);
        Assert.Equal($"{day.Item(1)}", form.QuerySelector("input[name=item_id]")!.GetAttribute("value"));

        var sent =
            await Cast.Sam.Browser.PostForm(report, ("charter_id", $"{day.CharterId}"), ("item_id", $"{day.Item(1)}"),
                ("what", "Bilge pump: dead"), ("severity", "no_sail"));
        Assert.Equal((303, $"{day.List}?done=reported#i{day.Item(1):N}"),
            ((int)sent.StatusCode, sent.Headers.Location!.ToString()));
        Assert.EndsWith($"{day.List}#i{day.Item(1):N}", form.QuerySelector(".back")!.GetAttribute("href")!,
            StringComparison.Ordinal);

        var link = (await Cast.Kim.Browser.Page(day.Charter)).QuerySelector(".note.alarm a[href*=defects]")!;
        Assert.Equal("Bilge pump: dead", link.TextContent);
        var closed = await Cast.Kim.Browser.PostForm(link.GetAttribute("href")!, ("remedy", "New fuse"));
        Assert.Equal((303, $"{Faults}?done=closed"), ((int)closed.StatusCode, closed.Headers.Location!.ToString()));

        Assert.Null((await Cast.Kim.Browser.Page(day.Charter)).QuerySelector("a[href*='/vessels/']"));
        Assert.Contains("New fuse", (await Cast.Kim.Browser.Page(Faults)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_faults_are_listed_by_severity_worst_first()
    {
        foreach (var (what, severity) in new[] { ("Scratch", "minor"), ("Rudder", "no_sail"), ("Radio", "serious") })
        {
            await Cast.Dana.Api.Post($"/api/vessels/{day.VesselId}/defects", new { what, severity }).Json(201);
        }

        var page = await Cast.Alex.Browser.Page(Faults);

        Assert.Equal(
            ["Rudder", "Radio", "Scratch"], page.QuerySelectorAll("#main .task a").Select(link => link.TextContent));
        Assert.Null(page.QuerySelector($"a[href='{Faults}/new']"));
    }

    [Fact]
    public async Task An_incomplete_report_is_refused_and_the_input_is_kept()
    {
        var answer =
            await Cast.Sam.Browser.PostForm(
                $"{day.Charter}/defects/new", ("charter_id", $"{day.CharterId}"), ("what", "Bilge pump"));

        var page = await answer.Html();
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(("Bilge pump", "Choose how bad it is."),
            (page.QuerySelector("textarea")!.TextContent, page.QuerySelector(".err")!.TextContent));
    }

    [Fact]
    public async Task Crew_without_a_position_on_the_vessel_cannot_report_a_fault()
    {
        using var onCharter =
            await Cast.Alex.Browser.GetAsync($"{day.Charter}/defects/new", TestContext.Current.CancellationToken);
        using var onVessel = await Cast.Alex.Browser.GetAsync($"{Faults}/new", TestContext.Current.CancellationToken);

        Assert.Equal((403, 403), ((int)onCharter.StatusCode, (int)onVessel.StatusCode));
    }
}
