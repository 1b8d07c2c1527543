using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class ErrorsTests(AppFixture app) : IClassFixture<AppFixture>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/nowhere", 404, "not_found")]
    [InlineData("PATCH", "/api/vessels", 405, "method_not_allowed")]
    [InlineData("DELETE", "/api/me", 405, "method_not_allowed")]
    public async Task A_program_gets_errors_as_problem_details(string method, string address, int status, string code)
    {
        var cast = await app.Cast($"errors-{method.ToLowerInvariant()}");

        using var response = await cast.Olive.Api.SendAsync(new(new(method), address), stop);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, (string?)(await Task.FromResult(response).Json(status))["code"]);
    }

    [Fact]
    public async Task A_person_gets_errors_as_a_page_and_htmx_as_its_main_element()
    {
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false });

        var page = await browser.Page("/no/such/place");
        browser.DefaultRequestHeaders.Add("HX-Request", "true");
        var part = await (await browser.GetAsync("/no/such/place", stop)).Content.ReadAsStringAsync(stop);

        Assert.Equal("Not found", page.QuerySelector("main h1")?.TextContent);
        Assert.NotNull(page.QuerySelector("header.top"));
        Assert.StartsWith("<main id=\"main\"", part.TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_an_invalid_token_asks_for_a_reload_and_htmx_reloads_it()
    {
        using var browser = app.CreateClient();

        using var plain =
            await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("email", "kim@example.com")]), stop);
        browser.DefaultRequestHeaders.Add("HX-Request", "true");
        using var htmx =
            await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("email", "kim@example.com")]), stop);

        Assert.Equal(400, (int)plain.StatusCode);
        Assert.Contains("Reload it", await plain.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        Assert.Equal("true", Assert.Single(htmx.Headers.GetValues("HX-Refresh")));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Every_method_gets_an_error_page(string method)
    {
        using var browser = app.CreateClient();

        using var response = await browser.SendAsync(new(new(method), "/no/such/place"), stop);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.NotNull((await response.Html()).QuerySelector("main h1"));
    }

    [Fact]
    public async Task The_error_page_cannot_be_opened_directly()
    {
        using var browser = app.CreateClient();

        Assert.Equal(404, (int)(await browser.GetAsync("/error", stop)).StatusCode);
    }
}
