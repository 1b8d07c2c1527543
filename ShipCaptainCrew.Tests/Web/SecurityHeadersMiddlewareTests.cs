using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed class SecurityHeadersMiddlewareTests(AppFixture app) : IClassFixture<AppFixture>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_of_response_has_the_security_headers()
    {
        var cast = await app.Cast("headers-0");
        using var anonymous = app.CreateClient(new() { AllowAutoRedirect = false });
        (HttpClient Client, string Address, int Status)[] requests =
        [
            (anonymous, "/sign-in", 200), (anonymous, "/no/where", 404), (anonymous, "/api/nowhere", 401),
            (anonymous, "/api/me", 401),
            (anonymous, "/base.css", 200), (anonymous, "/healthz/live", 200), (cast.Kim.Api, "/api/me", 200),
            (cast.Kim.Api, "/api/nowhere", 404), (cast.Kim.Api, "/api/events?limit=x", 422),
        ];
        foreach (var (client, address, status) in requests)
        {
            using var response = await client.GetAsync(address, stop);

            Assert.Equal((address, status), (address, (int)response.StatusCode));
            Assert.StartsWith("default-src 'none'; script-src 'self';", Header(response, "Content-Security-Policy"),
                StringComparison.Ordinal);
            Assert.Contains("; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
                Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
            Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
            Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
            Assert.Contains(
                "publickey-credentials-get=(self)", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("X-Frame-Options"), address);
            Assert.False(response.Headers.Contains("Server"), address);
        }
    }

    [Theory]
    [InlineData("/base.css", "text/css")]
    [InlineData("/app.js", "text/javascript")]
    [InlineData("/robots.txt", "text/plain")]
    [InlineData("/i.svg", "image/svg+xml")]
    [InlineData("/sign-in", "text/html")]
    public async Task Every_text_names_its_charset(string address, string type)
    {
        using var client = app.CreateClient();

        using var response = await client.GetAsync(address, stop);

        Assert.Equal($"{type}; charset=utf-8", $"{response.Content.Headers.ContentType}");
    }

    [Fact]
    public async Task An_address_with_a_token_is_never_sent_as_a_referrer()
    {
        using var anonymous = app.CreateClient();

        using var read = await anonymous.GetAsync("/sign-in/some-token", stop);
        using var failed = await anonymous.PostAsync("/sign-in/some-token", null, stop);

        Assert.Equal(("no-referrer", 400, "no-referrer"),
            (Header(read, "Referrer-Policy"), (int)failed.StatusCode, Header(failed, "Referrer-Policy")));
    }

    [Fact]
    public async Task HTTPS_responses_set_strict_transport_security_for_a_year()
    {
        using var secure = app.CreateClient(new() { BaseAddress = new("https://ship.test") });
        using var plain = app.CreateClient(new() { BaseAddress = new("http://ship.test") });

        using var secured = await secure.GetAsync("/sign-in", stop);
        using var unsecured = await plain.GetAsync("/sign-in", stop);

        Assert.Equal("max-age=31536000", Header(secured, "Strict-Transport-Security"));
        Assert.False(unsecured.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("true", "max-age=31536000; includeSubDomains")]
    [InlineData("false", "max-age=31536000")]
    public async Task A_setting_extends_strict_transport_security_to_subdomains(string setting, string header)
    {
        await using var other = new AppFixture { Settings = { ["Hsts:IncludeSubDomains"] = setting } };
        using var secure = other.CreateClient(new() { BaseAddress = new("https://ship.test") });

        using var secured = await secure.GetAsync("/sign-in", stop);

        Assert.Equal(header, Header(secured, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task Responses_to_signed_in_people_are_revalidated_and_the_sign_in_page_is_not_stored()
    {
        var cast = await app.Cast("headers-1");

        using var mine = await cast.Kim.Api.GetAsync("/api/me", stop);
        using var signIn = await cast.Kim.Browser.GetAsync("/sign-in", stop);

        Assert.Equal("no-cache, private", $"{mine.Headers.CacheControl}");
        Assert.Equal(["HX-Request", "Cookie"], mine.Headers.Vary.Where(name => name != "Accept-Encoding"));
        Assert.Equal("no-store", $"{signIn.Headers.CacheControl}");
        Assert.False(signIn.Headers.Contains("Pragma"));
    }

    [Fact]
    public async Task Pages_and_JSON_are_compressed_and_event_streams_are_not()
    {
        var cast = await app.Cast("headers-2");
        cast.Kim.Api.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        using var page = await cast.Kim.Api.GetAsync("/sign-in", stop);
        using var json = await cast.Kim.Api.GetAsync("/api/me", stop);
        using var stream =
            await cast.Kim.Api.GetAsync($"/{cast.Slug}/stream", HttpCompletionOption.ResponseHeadersRead, stop);

        Assert.Equal(["br"], page.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], json.Content.Headers.ContentEncoding);
        Assert.Equal(200, (int)stream.StatusCode);
        Assert.DoesNotContain("br", stream.Content.Headers.ContentEncoding);
    }

    private static string Header(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? Assert.Single(values) : "";
}
