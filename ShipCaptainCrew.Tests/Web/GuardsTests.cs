using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class GuardsTests(AppFixture app) : IClassFixture<AppFixture>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "http://localhost", 200)]
    [InlineData("X-Nothing", "at all", 200)]
    public async Task A_browser_can_change_something_only_from_a_page_of_this_app(
        string header, string value, int status)
    {
        using var browser = app.CreateClient();
        browser.DefaultRequestHeaders.Add(header, value);

        var read = await browser.GetAsync("/sign-in", stop);
        var written = await browser.PostForm("/sign-in", ("email", "not an address"));

        Assert.Equal((200, status == 200 ? 422 : status), ((int)read.StatusCode, (int)written.StatusCode));
    }

    [Fact]
    public async Task A_request_with_a_token_passes_from_any_origin()
    {
        var cast = await app.Cast("token");
        cast.Dana.Api.DefaultRequestHeaders.Add("Origin", "https://partner.example");

        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 }).Json(201);
    }

    [Fact]
    public async Task In_Production_only_the_public_host_is_served_except_for_health_checks()
    {
        await using var production = InProduction();
        using var client = production.CreateClient();
        (string Host, int Status)[] hosts =
        [
            ("ship.test", 200),
            ("SHIP.test:443", 200),
            ("evil.example", 400),
            ("ship.test:8443", 400),
            ("ship.test.evil.example", 400),
        ];

        foreach (var (host, status) in hosts)
        {
            Assert.Equal((host, status), (host, (int)(await GetFrom(client, "/sign-in", host)).StatusCode));
            Assert.Equal((host, 200), (host, (int)(await GetFrom(client, "/healthz/live", host)).StatusCode));
        }
    }

    [Fact]
    public async Task The_redirect_to_sign_in_never_contains_a_host()
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });

        using var redirect = await GetFrom(client, "/sign-out/../queen/stream?x=1", "evil.example");

        Assert.Equal("/sign-in?returnUrl=%2Fqueen%2Fstream%3Fx%3D1", $"{redirect.Headers.Location}");
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.0/8, ::1, 127.0.0.0/8", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("", false)]
    public async Task Forwarded_headers_are_accepted_only_from_a_trusted_proxy(string trusted, bool isAccepted)
    {
        await using var proxied = InProduction();
        proxied.Settings["Proxy:Trusted"] = trusted;
        proxied.UseKestrel(0);
        using var client = proxied.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var response = await GetFrom(client, "/sign-in", "ship.test");

        Assert.Equal(isAccepted, response.Headers.Contains("Strict-Transport-Security"));
    }

    private static AppFixture InProduction()
    {
        var app = new AppFixture();
        app.Settings["environment"] = "Production";
        return app;
    }

    private Task<HttpResponseMessage> GetFrom(HttpClient client, string address, string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        return client.SendAsync(request, stop);
    }
}
