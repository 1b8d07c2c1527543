using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;
using static ShipCaptainCrew.E2E.Support.WorkedChecklist;

namespace ShipCaptainCrew.E2E.Journeys;

public sealed partial class ChecklistLiveJourney
{
    [Fact]
    public async Task A_double_tap_is_sent_once()
    {
        var captain = await OpenChecklist(DemoApp.Captain);
        var posts = captain.CountPosts();
        await captain.Button("Engine started", Done).DblClickAsync();
        await captain.ExpectState("Engine started", Done);
        await Expect(captain.Row("Engine started").Locator(".meta")).ToContainTextAsync("Done by you");
        Assert.Equal(1, posts());
    }

    [Fact]
    public async Task Two_different_states_in_quick_succession_are_both_sent()
    {
        var captain = await OpenChecklist(DemoApp.Captain);
        await captain.Press("Sail covers off", Started);
        await captain.Press("Sail covers off", Done);
        await Expect(captain.Row("Sail covers off").Locator(".meta")).ToContainTextAsync("Done by you");
        await captain.ExpectState("Sail covers off", Done);
    }

    [Fact]
    public async Task A_change_repeated_after_a_lost_response_is_applied_once()
    {
        var captain = await OpenChecklist(DemoApp.Captain);
        await captain.Page.RouteAsync("**/checklists/*/*", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });
        await captain.Press("Heads clean", Done);
        await Expect(captain.Row("Heads clean").Locator(".meta")).ToHaveTextAsync("Not sent. Tap again.");

        await captain.Press("Heads clean", Done);

        await Expect(captain.Row("Heads clean").Locator(".meta")).ToContainTextAsync("Done by you");
        await captain.ExpectState("Heads clean", Done);
        var item = Guid.Parse((await captain.Row("Heads clean").GetAttributeAsync("id"))![1..]);
        var log = await captain.Page.GetJson($"/api/events/{captain.Page.Url.Split('/')[5]}/log");
        Assert.Single(log.GetProperty("items").EnumerateArray(),
            entry => entry.ToString().Contains($"{item}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_connection_the_row_says_not_sent_and_keeps_its_state_until_it_is_sent_again()
    {
        var captain = await OpenChecklist(DemoApp.Captain);
        var progress = await captain.Page.Locator("#progress").InnerTextAsync();
        await captain.Page.Context.SetOfflineAsync(true);

        await captain.Press("Chart plotter", Done);

        await Expect(captain.Row("Chart plotter").Locator(".meta")).ToHaveTextAsync("Not sent. Tap again.");
        await Expect(captain.Page.Locator("#announcement")).ToContainTextAsync("Not sent");
        await captain.ExpectState("Chart plotter", ToDo);
        Assert.Equal(progress, await captain.Page.Locator("#progress").InnerTextAsync());
        await Axe.AssertNoViolations(captain.Page);

        await captain.Page.Context.SetOfflineAsync(false);
        await captain.Press("Chart plotter", Done);
        await captain.ExpectState("Chart plotter", Done);
        await Expect(captain.Row("Chart plotter").Locator(".meta")).ToContainTextAsync("Done by you");
    }
}
