using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// Checks the accessibility of the demo's pages that can be reached by links, and of their forms when refused.
/// </summary>
public sealed partial class AccessJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    private static readonly string[] PublicPages = [
        "/", "/sign-in", "/sign-in/sent", "/sign-in/nothing-there", "/dev/mail"];

    private const string OwnPages =
        "links => links.filter(a => a.origin === location.origin && !/\\.csv$|\\/proof$/.test(a.pathname))"
        + ".map(a => a.pathname)";

    [Fact]
    public async Task Pages_without_sign_in_are_accessible()
    {
        var check = new AccessCheck(await Laptop(app));
        foreach (var address in PublicPages) await Visit(check, address);
        await check.Visit("/nothing/is/here", 404);
        check.AssertNoFaults();
    }

    [Theory]
    [InlineData(DemoApp.Owner, 20)]
    [InlineData(DemoApp.Deckhand, 4)]
    public async Task Every_page_linked_for_a_member_is_accessible(string name, int atLeast)
    {
        var page = await Laptop(app);
        var check = new AccessCheck(page);
        var visited = await Crawl(page, check, name);
        Assert.True(visited.Count >= atLeast, string.Join('\n', visited));
        check.AssertNoFaults();
    }

    /// <summary>
    /// Visits a charter in each state and a checklist, then one page of each kind that is linked. Signs in again now
    /// and then, because some pages need a sign-in within the last ten minutes and a busy machine takes longer.
    /// </summary>
    private static async Task<IReadOnlyList<string>> Crawl(IPage page, AccessCheck check, string name)
    {
        await page.SignInAs(name);
        var states = (await page.Charters()).DistinctBy(charter => charter.GetProperty("status").GetString());
        string[] start = ["/harbor-demo", await page.NextChecklist(),
            .. states.Select(charter => $"/harbor-demo/charters/{charter.GetProperty("id")}")];
        var (queue, visited) = (new Queue<string>(start), new List<string>());
        while (queue.TryDequeue(out var address))
        {
            if (visited.Contains(address)
                || (!start.Contains(address) && visited.Exists(other => KindOf(other) == KindOf(address))))
                continue;
            visited.Add(address);
            if (visited.Count % 8 == 0) await page.SignInAs(name);
            await Visit(check, address);
            foreach (var link in await page.Locator("a[href]").EvaluateAllAsync<string[]>(OwnPages))
                queue.Enqueue(link);
        }

        return visited;
    }

    private static async Task Visit(AccessCheck check, string address)
    {
        await check.Visit(address);
        if (HasRefusableForm().IsMatch(address)) await check.SubmitEmpty(address);
    }

    private static string KindOf(string address) => Id().Replace(address, "…");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    /// <summary>Pages whose form is refused when its fields are empty, so that submitting it changes nothing.</summary>
    [GeneratedRegex("^/sign-in$|/(new|edit|cancel)$|/(vessels|types|templates|crew)/[^/]+$")]
    private static partial Regex HasRefusableForm();
}
