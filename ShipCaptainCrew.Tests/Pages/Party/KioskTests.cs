using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Pages.Party;

/// <summary>
/// A kiosk is a device in the hands of guests, who can type any address. A session in its browser ends before the first
/// page is shown.
/// </summary>
public sealed class KioskTests : IAsyncLifetime
{
    private CharterFixture day = null!;
    private string link = "";

    private HttpClient Browser => day.Cast.Kim.Browser;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        link = await day.JoinLink("dock");
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task Starting_a_kiosk_in_the_crews_browser_signs_the_browser_out_after_saying_so()
    {
        var home = $"/{day.Cast.Slug}";
        var opened = await Get($"{link}?kiosk=1");
        Assert.Equal((302, $"{link}/kiosk?lang=en"), ((int)opened.StatusCode, opened.Headers.Location!.OriginalString));
        var notice = await Browser.Page($"{link}/kiosk");
        Assert.Contains("Somebody is signed in on this device", notice.Text(), StringComparison.Ordinal);
        Assert.Null(notice.GetElementById("name"));
        Assert.Equal(200, (int)(await Get(home)).StatusCode);

        var started = await Browser.PostAsync(
            $"{link}/kiosk", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);

        Assert.Equal((303, $"{link}?kiosk=1&lang=en"),
            ((int)started.StatusCode, started.Headers.Location!.OriginalString));
        Assert.Equal("\"cache\"", started.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(200, (int)(await Get($"{link}?kiosk=1")).StatusCode);
        foreach (var page in new[] { home, $"{home}/me", day.Charter, $"{day.Charter}/guests" })
            Assert.StartsWith("/sign-in", (await Get(page)).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?kiosk=TOKEN")]
    [InlineData("/receipt?kiosk=TOKEN")]
    public async Task A_kiosks_waiver_and_receipt_are_not_shown_beside_a_session(string page)
    {
        using var phone = day.Ship.Phone();
        var waiver = await phone.Join(link, "Walk Upson");
        await phone.Sign(waiver, "Walk Upson");
        var token = link.Split('/')[^1];

        var opened = await Get(waiver + page.Replace("TOKEN", token, StringComparison.Ordinal));

        Assert.Equal((302, $"{link}/kiosk?lang=en"), ((int)opened.StatusCode, opened.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task No_page_of_a_kiosk_links_into_the_app()
    {
        using var phone = day.Ship.Phone();
        var token = link.Split('/')[^1];
        var waiver = await phone.Join($"{link}?kiosk=1", "Walk Upson");
        await phone.Sign(waiver, "Walk Upson");
        string[] pages = [$"{link}?kiosk=1", $"{waiver}?kiosk={token}", $"{waiver}/receipt?kiosk={token}",
            "/party/no-such-token?kiosk=1", "/waivers/no-such-token?kiosk=1", $"{link}/kiosk"];

        foreach (var page in pages)
        {
            var addresses = (await phone.Page(page)).QuerySelectorAll("a[href], form[action]")
                .Select(element => element.GetAttribute("href") ?? element.GetAttribute("action")!);
            Assert.All(addresses, address => Assert.True(
                address[0] is '?' or '#' || address.StartsWith(link, StringComparison.Ordinal), address));
        }
    }

    [Fact]
    public async Task Without_a_session_the_kiosk_opens_at_once_and_an_invalid_link_is_not_found()
    {
        using var phone = day.Ship.Phone();

        Assert.Equal(200, (int)(await phone.GetAsync(
            $"{link}?kiosk=1", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal($"{link}?kiosk=1&lang=en", (await phone.GetAsync(
            $"{link}/kiosk", TestContext.Current.CancellationToken)).Headers.Location!.OriginalString);
        Assert.Equal(404, (int)(await Get("/party/no-such-token/kiosk")).StatusCode);
        Assert.Equal(200, (int)(await Get($"/{day.Cast.Slug}")).StatusCode);
    }

    private Task<HttpResponseMessage> Get(string page) =>
        Browser.GetAsync(page, TestContext.Current.CancellationToken);
}
