using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class ErrorsTests
{
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
