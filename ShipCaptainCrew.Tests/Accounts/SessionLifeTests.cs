using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

/// <summary>Tests how long a session lasts and what ends it.</summary>
public sealed partial class SessionLifeTests : IAsyncLifetime
{
    private const string Home = "/queen-of-san-diego", Sam = "sam@queen-of-san-diego.example";

    private readonly AppFixture app = new();
    private readonly Authenticator authenticator = new();
    private Cast queen = null!;
    private bool hasPasskey;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("link")]
    [InlineData("code")]
    [InlineData("passkey")]
    public async Task A_session_on_a_shared_phone_ends_with_the_browser_or_after_twelve_hours(
        string way)
    {
        using var shared = Phone();
        using var own = Phone();

        var sharedCookie = Cookie(await SignIn(shared, way, ("shared", "true")));
        var ownCookie = Cookie(await SignIn(own, way));

        Assert.DoesNotContain("max-age", sharedCookie, StringComparison.Ordinal);
        Assert.Contains("; max-age=7776000;", ownCookie, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        await shared.Get("/api/me").Json();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await shared.Get("/api/me").Json(401);
        await own.Get("/api/me").Json();
    }

    [Fact]
    public async Task A_session_ends_after_thirty_days_without_use_or_ninety_days_in_total()
    {
        // Kim uses the session after each step, Max only from the second step on. 0 means no request.
        (int Days, int Kim, int Max)[] steps =
            [(29, 200, 0), (1, 200, 401), (29, 200, 401), (29, 200, 401), (2, 401, 401)];
        foreach (var (days, kim, max) in steps)
        {
            app.Clock.Advance(TimeSpan.FromDays(days));
            await queen.Kim.Browser.Get("/api/me").Json(kim);
            if (max > 0) await queen.Max.Browser.Get("/api/me").Json(max);
        }
    }

    [Theory]
    [InlineData("link")]
    [InlineData("code")]
    [InlineData("passkey")]
    public async Task Signing_in_over_another_persons_session_starts_a_new_one_and_ends_the_old_one(string way)
    {
        await SignIn(queen.Kim.Browser, way);

        Assert.Equal("Sam", (string?)(await queen.Kim.Browser.Get("/api/me").Json())["name"]);
        await queen.Kim.Api.Get("/api/me").Json(401);
        await queen.Sam.Api.Get("/api/me").Json();
    }

    private HttpClient Phone() => app.CreateClient(new() { AllowAutoRedirect = false });

    [GeneratedRegex(@"\d{1,2}:\d\d [AP]M")]
    private static partial Regex Time();
}
