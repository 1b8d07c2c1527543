using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests that nobody can use the app to flood a mailbox.</summary>
public sealed partial class FloodTests : IAsyncLifetime
{
    /// <summary>The first owner was invited on the same day, so one invitation less remains.</summary>
    private static readonly int Remaining = LongRun.Count(5, 300) - 1;

    private static readonly int Invitations = Remaining + 1;
    private static readonly int Tries = LongRun.Count(8, 500);

    private readonly AppFixture app = new() { Settings = { ["Limits:Invitations"] = $"{Invitations}" } };
    private CharterFixture fixture = null!;

    private HttpClient Office => fixture.Cast.Dana.Api;

    public async ValueTask InitializeAsync()
    {
        fixture = await CharterFixture.Begin(app);
        await fixture.Cast.Waiver();
        await app.Rest();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_hundred_sign_in_requests_send_three_emails_and_get_the_same_responses()
    {
        for (var i = 0; i < LongRun.Count(10, 100); i++)
        {
            using var visitor = app.CreateClient();
            var address = i % 2 == 0 ? "alex@queen-of-san-diego.example" : "ALEX@queen-of-san-diego.example";
            await visitor.Post("/api/auth/magic-links", new { email = address }).Json(202);
        }

        var emails = await app.Letters();
        Assert.Equal(3, emails.Count(email => email.StartsWith("alex:", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Invitations_are_limited_per_operator_and_day()
    {
        for (var i = 0; i < Tries; i++)
        {
            using var response = await Office.Post(
                "/api/members", new { name = "Pat", email = $"pat{i}@victim.example", role = "crew" });
            Assert.Equal((i, i < Remaining ? 201 : 429), (i, (int)response.StatusCode));
            Assert.Equal(i >= Remaining, response.Headers.RetryAfter?.Delta is { TotalHours: > 23 and <= 24 });
        }

        var invited = (await Office.Get("/api/members?limit=200").Json())["items"]!.AsArray()
            .First(member => ((string?)member!["role"], (string?)member["status"]) == ("crew", "invited"))!;
        Assert.Equal("too_many_invitations",
            (string?)(await Office.Post($"/api/members/{invited.Id()}/invite").Json(429))["code"]);
        var page = await fixture.Cast.Dana.Browser.PostForm($"/{fixture.Cast.Slug}/crew/new", ("name", "Pat Typed"),
            ("email", "typed@victim.example"), ("role", "crew"));
        Assert.Equal((429, "Pat Typed"),
            ((int)page.StatusCode, (await page.Html()).QuerySelector("[name=name]")?.GetAttribute("value")));
        Assert.Equal(Invitations,
            (await app.Letters()).Count(email => email.Contains("invites you to join", StringComparison.Ordinal)));

        var other = await app.Cast("strangers");
        await app.Rest();
        await other.Dana.Api.Post("/api/members", new { name = "Pat", email = "pat@strangers.example", role = "crew" })
            .Json(201);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var nextDay = await fixture.Cast.Dana.SignInAgain(app, fixture.Cast.OperatorId);
        await nextDay.Post("/api/members", new { name = "Pat", email = "late@crew.example", role = "crew" }).Json(201);
    }

    [Fact]
    public async Task An_email_can_be_resent_only_after_an_hour()
    {
        var (browser, page) = (fixture.Cast.Dana.Browser, $"/{fixture.Cast.Slug}/letters");
        var formAction = (await browser.Page(page)).QuerySelectorAll("form[action*=Resend]")[0].GetAttribute("action")!;
        var (before, handler) = (await app.Count(), formAction[formAction.IndexOf('?', StringComparison.Ordinal)..]);

        var refused = await browser.PostForm(page, handler);

        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("less than an hour ago", (await refused.Html()).QuerySelector("#errs")!.TextContent,
            StringComparison.Ordinal);
        Assert.Empty(await app.Letters(since: before));
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(303, (int)(await browser.PostForm(page, handler)).StatusCode);
        Assert.Single(await app.Letters(since: before));
    }
}
