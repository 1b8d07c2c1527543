using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Who is refused at a door is told in the application log, and no key to any door with it.</summary>
public sealed class RefusedRequestLogTests : IAsyncLifetime
{
    private const string Secret = "s3cret-t0ken";
    private readonly LogCapture ear = new();
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin(new AppFixture { Settings = { ["Limits:Open"] = "1" } });
        day.Ship.Services.GetRequiredService<ILoggerFactory>().AddProvider(ear);
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task A_bad_token_is_noted_by_its_door_and_not_as_it_was()
    {
        using var stranger = day.Ship.CreateClient();

        await stranger.With("Authorization", $"Bearer {Secret}", HttpMethod.Get, "/api/events");

        Assert.StartsWith("Refused 401: GET /api/events", ear.Refused(), StringComparison.Ordinal);
        ear.HeardNothingOf(Secret);
    }

    [Fact]
    public async Task Who_may_not_is_noted_with_their_session()
    {
        await day.Cast.Sam.Api.Post("/api/vessels", new { name = Secret });

        Assert.StartsWith($"Refused 403: POST /api/vessels, session {day.Cast.Sam.SessionId}", ear.Refused(),
            StringComparison.Ordinal);
        ear.HeardNothingOf(Secret);
    }

    [Fact]
    public async Task A_page_that_is_not_for_them_is_noted_once_and_by_its_own_route()
    {
        await day.Cast.Sam.Browser.GetAsync($"/{day.Cast.Slug}/log", TestContext.Current.CancellationToken);

        Assert.StartsWith("Refused 403: GET {operator:slug}/log", ear.Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_another_site_is_noted_without_the_link_it_was_posted_to()
    {
        using var stranger = day.Ship.CreateClient();

        await stranger.With("Sec-Fetch-Site", "cross-site", HttpMethod.Post, $"/waivers/{Secret}");

        Assert.StartsWith("Refused 403: POST ", ear.Refused(), StringComparison.Ordinal);
        ear.HeardNothingOf(Secret);
    }

    [Fact]
    public async Task Too_many_are_noted()
    {
        using var stranger = day.Ship.CreateClient();
        foreach (var _ in new[] { 1, 2 }) await stranger.Get("/api/sun?latitude=32.7&longitude=-117.1&date=2026-07-04");

        Assert.StartsWith("Refused 429: GET /api/sun", ear.Refused(), StringComparison.Ordinal);
    }

    /// <summary>Hears whatever the app says to its log.</summary>
    private sealed class LogCapture : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> heard = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            heard.Enqueue(formatter(state, exception));

        public string Refused() => Assert.Single(heard, line => line.StartsWith("Refused ", StringComparison.Ordinal));

        public void HeardNothingOf(string secret) =>
            Assert.DoesNotContain(heard, line => line.Contains(secret, StringComparison.Ordinal));

        public void Dispose()
        {
        }
    }
}
