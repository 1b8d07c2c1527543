using Microsoft.Playwright;
using Xunit.Sdk;

namespace ShipCaptainCrew.E2E.Support;

public sealed class JourneyTests(BrowserFixture fixture, AppProcess app) : IClassFixture<AppProcess>
{
    private const string Broken =
        "<!doctype html><title>before</title>"
        + "<script>document.title = 'after'; throw new Error('script failed')</script>";
    private const string Forbidden =
        "<!doctype html><meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><script>1</script>";

    [Fact]
    public async Task A_script_that_throws_fails_the_journey()
    {
        var exception = await Assert.ThrowsAnyAsync<XunitException>(() => Visit(Broken, phone => phone.TitleAsync()));

        Assert.Contains("script failed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_the_content_security_policy_blocks_fails_the_journey()
    {
        var exception = await Assert.ThrowsAnyAsync<XunitException>(
            () => Visit(Forbidden, phone => phone.TitleAsync()));

        Assert.Contains("Content Security Policy", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_JavaScript_no_script_runs() =>
        Assert.Equal("before", await Visit(Broken, phone => phone.TitleAsync(), javaScript: false));

    private async Task<T> Visit<T>(string html, Func<IPage, Task<T>> read, bool javaScript = true)
    {
        await using var visit = new PhoneVisit(fixture);
        var phone = await visit.On(app, javaScript);
        await phone.RouteAsync("**/*", route => route.FulfillAsync(new() { Body = html, ContentType = "text/html" }));
        await phone.GotoAsync("/");
        return await read(phone);
    }

    private sealed class PhoneVisit(BrowserFixture fixture) : Journey(fixture)
    {
        public Task<IPage> On(AppProcess app, bool javaScript) => Phone(app, javaScript);
    }
}
