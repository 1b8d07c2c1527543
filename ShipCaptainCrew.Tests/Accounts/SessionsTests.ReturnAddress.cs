using ShipCaptainCrew.Pages.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SessionsTests
{
    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/%2f/evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/@evil.example")]
    [InlineData("@evil.example")]
    [InlineData("/a\r\nLocation: https://evil.example")]
    [InlineData("/queen\\..\\..\\evil.example")]
    [InlineData("/\u2215evil.example")]
    [InlineData("/\uFF0Fevil.example")]
    [InlineData("/.evil.example")]
    [InlineData("")]
    [InlineData("/")]
    public async Task A_return_address_outside_this_app_is_ignored(string path)
    {
        Assert.False(BackCookie.IsOurs(path));
        await using var app = new AppFixture();
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false });

        using var page = await browser.GetAsync(
            $"/sign-in?returnUrl={Uri.EscapeDataString(path)}", TestContext.Current.CancellationToken);

        Assert.DoesNotContain(page.Headers,
            header => header.Key == "Set-Cookie"
                && header.Value.Any(value => value.Contains("scc-back", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/queen-of-san-diego")]
    [InlineData("/queen-of-san-diego/charters/7?hide=done")]
    [InlineData("/a//..//e")]
    public void A_return_address_inside_this_app_is_accepted(string path) => Assert.True(BackCookie.IsOurs(path));

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_requested_before()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        var redirect = await browser.Get($"{Home}/me");
        await browser.Get($"{redirect.Headers.Location}");
        await browser.PostForm("/sign-in", ("email", "sam@queen-of-san-diego.example"));
        var message = await app.Post.Arrival(delivery => delivery.To.Contains("sam@queen-of-san-diego.example"));
        var link = System.Text.RegularExpressions.Regex.Match(message.TextBody!, "/sign-in/[A-Za-z0-9_-]{43}").Value;

        var signedIn = await browser.PostForm(link);

        Assert.Equal($"{Home}/me", $"{signedIn.Headers.Location}");
        Assert.Equal(200, (int)(await browser.Get($"{Home}/me")).StatusCode);
    }
}
