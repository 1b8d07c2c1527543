using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed class ErrorsTests(AppFixture app) : IClassFixture<AppFixture>
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

        Assert.Equal("There is nothing here.", page.QuerySelector("main h1")?.TextContent);
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

    [Theory]
    [InlineData("/api/auth/magic-links", "application/problem+json")]
    [InlineData("/sign-in", "text/html")]
    public async Task More_than_a_megabyte_is_too_large_for_the_API_and_for_pages(string address, string type)
    {
        await using var kestrel = new AppFixture();
        kestrel.UseKestrel(0);
        using var client = kestrel.CreateClient();

        using var response = await client.PostAsync(address, new ByteArrayContent(new byte[4 << 20]), stop);

        Assert.Equal((413, type), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_chunked_body_is_stopped_at_the_limit()
    {
        await using var kestrel = new AppFixture();
        kestrel.UseKestrel(0);
        using var client = kestrel.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/magic-links");
        request.Content = new ByteArrayContent(new byte[2 << 20]);
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;

        using var response = await client.SendAsync(request, stop);

        Assert.Equal(413, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(13, 507)]
    [InlineData(10, 503)]
    [InlineData(8, 503)]
    [InlineData(5, 503)]
    [InlineData(1, 500)]
    public async Task Storage_failures_have_their_own_status_and_other_failures_are_500(int sqliteCode, int status)
    {
        var failure = new InvalidOperationException("outer", new SqliteException("inner", sqliteCode));
        await using var failing = new FailingApp(failure);
        using var client = failing.CreateClient();

        using var response = await client.Post("/api/auth/magic-links", new { email = "kim@example.com" });
        using var page = await client.PostForm("/sign-in", ("email", "kim@example.com"));

        Assert.Equal((status, status), ((int)response.StatusCode, (int)page.StatusCode));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status != 500, response.Headers.RetryAfter is not null);
        var bodies = await response.Content.ReadAsStringAsync(stop) + await page.Content.ReadAsStringAsync(stop);
        Assert.DoesNotContain("outer", bodies, StringComparison.Ordinal);
        Assert.DoesNotContain("inner", bodies, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_too_long_for_the_write_lock_is_503()
    {
        await using var failing = new FailingApp(new TooBusyException());
        using var client = failing.CreateClient();

        using var response = await client.Post("/api/auth/magic-links", new { email = "kim@example.com" });

        Assert.Equal((503, 2), ((int)response.StatusCode, response.Headers.RetryAfter?.Delta?.TotalSeconds));
    }

    /// <summary>An app whose every commit fails.</summary>
    private sealed class FailingApp(Exception failure) : IAsyncDisposable, ICommitListener
    {
        private readonly AppFixture app = new();

        public HttpClient CreateClient() => app
            .WithWebHostBuilder(
                builder => builder.ConfigureTestServices(services => services.AddSingleton<ICommitListener>(this)))
            .CreateClient();

        public Task BeforeCommit(
            AppDbContext db, IReadOnlyList<LoggedEvent> events, Actor actor, CancellationToken cancel) =>
            Task.FromException(failure);

        public void AfterCommit(IReadOnlyList<LoggedEvent> events) => throw failure;

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
