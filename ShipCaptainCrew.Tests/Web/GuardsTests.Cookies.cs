using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class GuardsTests
{
    [Theory]
    [InlineData("Production", "http", "__Host-scc-form=", true)]
    [InlineData("Development", "https", "__Host-scc-form=", true)]
    [InlineData("Development", "http", "scc-form=", false)]
    public async Task Cookies_are_host_only_and_secure_except_in_Development_over_plain_HTTP(
        string environment, string scheme, string start, bool isSecure)
    {
        await using var configured = new AppFixture();
        configured.Settings["environment"] = environment;
        using var client =
            configured.CreateClient(new() { BaseAddress = new($"{scheme}://ship.test"), HandleCookies = false });
        client.DefaultRequestHeaders.Host = "ship.test:443";

        using var response = await client.GetAsync("/sign-in", stop);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith(start, cookie, StringComparison.Ordinal);
        Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.Ordinal));
        Assert.Contains("; path=/; samesite=strict; httponly", cookie.Replace("; secure", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_in_and_pages_work_with_the_secure_cookies()
    {
        using var browser =
            app.CreateClient(new() { BaseAddress = new("https://ship.test"), AllowAutoRedirect = false });
        var (link, _) = await app.In(services =>
            services.GetRequiredService<OperatorSetup>().Create(Cast.QueenOfSanDiego("queen"), stop));

        using var asked = await browser.PostForm("/sign-in", ("email", "kim@example.com"));
        using var joined = await browser.PostForm($"/sign-in/{link}", ("name", "Olive"));

        Assert.Equal((303, 303), ((int)asked.StatusCode, (int)joined.StatusCode));
        Assert.StartsWith(
            "__Host-scc-ask=", Assert.Single(asked.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Contains(joined.Headers.GetValues("Set-Cookie"),
            cookie => cookie.StartsWith("__Host-scc-session=", StringComparison.Ordinal));
        Assert.Equal(200, (int)(await browser.GetAsync("/api/me", stop)).StatusCode);
        using var themed = await browser.PostForm("/queen/me", "?handler=Theme", ("theme", "night"));
        Assert.Matches("^__Host-scc-theme=night; max-age=31536000; path=/; secure; samesite=lax; httponly$",
            Assert.Single(themed.Headers.GetValues("Set-Cookie")));
        Assert.Equal("night", (await browser.Page("/queen/me")).DocumentElement.GetAttribute("data-theme"));
    }
}
