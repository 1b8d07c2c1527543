using ShipCaptainCrew.Tests.Pages.WaiverRecords;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.SignIn;

/// <summary>Export, holds and proofs of waiver records need a sign-in within the last ten minutes.</summary>
public sealed class SignInAgainForWaiversTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly SignedDay signed = new();

    public async ValueTask InitializeAsync()
    {
        await signed.InitializeAsync();
        signed.Day.Ship.Clock.Advance(TimeSpan.FromMinutes(11));
    }

    public ValueTask DisposeAsync() => signed.DisposeAsync();

    [Fact]
    public async Task Waiver_downloads_need_a_recent_sign_in_but_manifests_and_single_records_do_not()
    {
        var (olive, kim, record) = (
            signed.Owner, signed.Day.Cast.Kim.Browser, $"{signed.Day.Charter}/waivers/{signed.Ann}");

        foreach (var (browser, download, back) in new[] { (olive, $"{signed.Book}.csv", signed.Book),
            (olive, $"{record}/proof", record), (kim, $"{record}/proof", record) })
        {
            using var sent = await browser.GetAsync(download, stop);
            Assert.Equal("/sign-in?again", $"{sent.Headers.Location}");
            Assert.Contains(sent.Headers.GetValues("Set-Cookie"),
                cookie => cookie.Contains($"scc-back={Uri.EscapeDataString(back)}", StringComparison.Ordinal));
        }

        Assert.Equal(403, (int)(await signed.Day.Cast.Sam.Browser.GetAsync($"{record}/proof", stop)).StatusCode);
        var manifest = $"{signed.Day.Charter}/manifest";
        foreach (var allowed in new[] { record, manifest, $"{manifest}.csv" })
            Assert.Equal(200, (int)(await kim.GetAsync(allowed, stop)).StatusCode);
    }

    [Fact]
    public async Task A_refused_hold_keeps_its_reason_with_the_row_open_in_the_same_search()
    {
        using var refused = await signed.Owner.PostForm(
            $"{signed.Book}?q=o'neil", $"&handler=Hold&id={signed.Ann}", ("reason", "Claim of Ms O'Neil"));
        var page = await refused.Html();

        Assert.Equal(403, (int)refused.StatusCode);
        Assert.Equal("Claim of Ms O'Neil",
            Assert.Single(page.QuerySelectorAll("details[open] input[name=reason]")).GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("q=o", page.QuerySelector("details form")!.GetAttribute("action"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#errs a[target=_blank]"));
    }
}
