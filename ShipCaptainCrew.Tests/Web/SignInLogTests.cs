using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Tests what the application log says about sign-ins, without personal data.</summary>
public sealed partial class SignInLogTests : IAsyncLifetime
{
    private const string Sam = "sam@queen-of-san-diego.example";

    private readonly AppFixture app = new();
    private readonly LogCapture log = new();
    private Cast queen = null!;

    public async ValueTask InitializeAsync()
    {
        queen = await app.Cast();
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_in_and_a_sign_out_are_logged_with_their_session(bool byProgram)
    {
        using var phone = app.CreateClient(new() { AllowAutoRedirect = false });
        var ask = (string?)(await phone.Post("/api/auth/magic-links", new { email = Sam }).Json(202))["ask"];
        var text = (await app.Post.Arrival(delivery => delivery.To.Contains(Sam))).TextBody!;
        var token = Link().Match(text).Groups[1].Value;
        var code = Code().Match(text).Value;

        if (byProgram) await phone.Post("/api/auth/tokens", new { token, ask }).Json();
        else Assert.Equal(303, (int)(await phone.PostForm($"/sign-in/{token}", ("code", code))).StatusCode);

        var line = Single("Signed in: ");
        Assert.Matches("^Signed in: person [0-9a-f-]{36}, session [0-9a-f-]{36}, shared phone False$", line);
        if (!byProgram)
        {
            await phone.PostForm("/sign-in", "/../sign-out");
            Assert.Matches($"^Signed out: session {line.Split(' ')[5].TrimEnd(',')}$", Single("Signed out: "));
        }

        AssertNotLogged(token, code, ask!, Sam);
    }

    [Fact]
    public async Task A_wrong_code_is_logged_without_the_code_and_the_address()
    {
        using var phone = app.CreateClient(new() { AllowAutoRedirect = false });
        await phone.PostForm("/sign-in", ("email", Sam));

        await phone.PostForm("/sign-in/sent", ("code", "WR0NGC0D"));
        await phone.Post("/api/auth/tokens", new { token = "wrong-token", code = "WR0NGC0D" }).Json(400);

        var lines = Lines("Wrong code or link: ").ToList();
        Assert.StartsWith("Wrong code or link: POST sign-in/sent, visitor ", lines[0], StringComparison.Ordinal);
        Assert.Matches("^Wrong code or link: POST /api/auth/tokens, visitor [0-9a-f]{8}$", lines[1]);
        AssertNotLogged("WR0NGC0D", "wrong-token", Sam);
    }

    [Fact]
    public async Task A_form_without_its_token_is_logged_with_the_session()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "Eve")]);

        using var refused = await queen.Sam.Browser.PostAsync(
            $"/{queen.Slug}/me", form, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)refused.StatusCode);
        Assert.StartsWith(
            $"Refused 400, form token: POST {{operator:slug}}/me, session {queen.Sam.SessionId}, visitor ",
            Single("Refused "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_request_is_logged_without_the_network_address()
    {
        await using var addressed = new AppFixture { Caller = System.Net.IPAddress.Parse("203.0.113.77") };
        addressed.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var client = addressed.CreateClient();

        await client.With("Sec-Fetch-Site", "cross-site", HttpMethod.Post, "/sign-in");

        Assert.StartsWith("Refused 403: POST ", Single("Refused "), StringComparison.Ordinal);
        AssertNotLogged("203.0.113.77");
    }

    private IEnumerable<string> Lines(string start) =>
        log.Lines.Where(line => line.StartsWith(start, StringComparison.Ordinal));

    private string Single(string start) => Assert.Single(Lines(start));

    private void AssertNotLogged(params string[] secrets) =>
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, log.All, StringComparison.Ordinal));

    [GeneratedRegex("/sign-in/([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{4}[- ]?[0-9A-HJKMNP-TV-Z]{4}\b")]
    private static partial Regex Code();
}
