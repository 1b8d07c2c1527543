using System.Collections.Concurrent;
using Microsoft.Playwright;
using ShipCaptainCrew.E2E.Support;
using static Microsoft.Playwright.Assertions;

namespace ShipCaptainCrew.E2E.Journeys;

/// <summary>
/// How many requests a first visit takes with an empty cache. Icons and manifests are counted from the page, because
/// a browser without windows does not load them and a phone does.
/// </summary>
public sealed class FirstVisitJourney(BrowserFixture fixture, DemoServer app)
    : Journey(fixture), IClassFixture<DemoServer>
{
    [Fact]
    public async Task The_sign_in_page_takes_five_requests()
    {
        var phone = await Phone(app);
        var requests = Record(phone);

        await phone.RunAndWaitForRequestAsync(() => phone.GotoAsync("/sign-in"), "**/sign-in?handler=Ask");

        Assert.InRange((await FirstVisit(phone, requests)).Count, 1, 5);
    }

    [Fact]
    public async Task The_sign_in_leads_to_the_operator_without_another_redirect()
    {
        var phone = await Phone(app);
        await phone.GotoAsync("/");
        var requests = Record(phone);

        await phone.GetByRole(AriaRole.Button, new() { Name = DemoApp.Deckhand }).ClickAsync();
        await phone.ArriveAt("/harbor-demo");

        Assert.Equal(["POST /dev/sign-in", "GET /harbor-demo"], requests.Take(2));
    }

    [Fact]
    public async Task A_waiver_takes_three_requests_and_two_more_until_it_is_signed()
    {
        var waiver = await Waiver("Ria Request");
        var phone = await Phone(app);
        var requests = Record(phone);
        await phone.GotoAsync(waiver);
        Assert.InRange((await FirstVisit(phone, requests)).Count, 1, 3);

        requests.Clear();
        await phone.GetByLabel("Your full name").FillAsync("Ria Request");
        await phone.GetByLabel("I have read this text").CheckAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Accept and sign" }).ClickAsync();
        await phone.ArriveAt("/receipt?lang=en");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("✓ Signed");
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeInViewportAsync();

        Assert.Equal([$"POST {waiver}", $"GET {waiver}/receipt"], requests);
        await phone.ReloadAsync();
        await Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("✓ Signed");
    }

    /// <summary>Records the requests of a page from now on, without their queries.</summary>
    private static ConcurrentQueue<string> Record(IPage page)
    {
        var requests = new ConcurrentQueue<string>();
        page.Request += (_, request) => requests.Enqueue($"{request.Method} {new Uri(request.Url).AbsolutePath}");
        return requests;
    }

    /// <summary>The recorded requests and those for the links in the head of the page.</summary>
    private static async Task<IReadOnlySet<string>> FirstVisit(IPage page, IEnumerable<string> requests)
    {
        var links = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('head link')].map(link => link.href)");
        return requests.Concat(links.Select(link => new Uri(link)).Where(link => link.Scheme != "data")
            .Select(link => $"GET {link.AbsolutePath}")).ToHashSet();
    }

    /// <summary>Adds a guest to the next charter and returns the path of their waiver.</summary>
    private async Task<string> Waiver(string name)
    {
        var office = await Laptop(app);
        await office.SignInAs(DemoApp.Owner);
        var charter = (await office.NextCharter()).GetProperty("id");
        var answer =
            await office.APIRequest.PostAsync($"/api/events/{charter}/guests", new() { DataObject = new { name } });
        return new Uri((await answer.JsonAsync())!.Value.GetProperty("waiver_url").GetString()!).AbsolutePath;
    }
}
