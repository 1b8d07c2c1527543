using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SessionLifeTests
{
    [Theory]
    [InlineData("?handler=End")]
    [InlineData("?handler=EndElsewhere")]
    public async Task Ending_another_session_needs_a_recent_sign_in_and_leads_to_it(string handler)
    {
        using var phone = Phone();
        await SignIn(phone, "link");
        app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        var press = () => phone.PostForm($"{Home}/me", handler, ("session", $"{queen.Sam.SessionId}"));

        using var refused = await press();

        Assert.Equal((303, "/sign-in?again"), ((int)refused.StatusCode, $"{refused.Headers.Location}"));
        await queen.Sam.Browser.Get("/api/me").Json();
        using var back = await SignIn(phone, "link");
        Assert.Equal($"{Home}/me", $"{back.Headers.Location}");
        using var ended = await press();
        Assert.Equal(303, (int)ended.StatusCode);
        await queen.Sam.Browser.Get("/api/me").Json(401);
    }

    [Fact]
    public async Task Ending_ones_own_session_needs_no_recent_sign_in()
    {
        app.Clock.Advance(TimeSpan.FromHours(5));

        using var ended = await queen.Sam.Browser.PostForm(
            $"{Home}/me", "?handler=End", ("session", $"{queen.Sam.SessionId}"));
        using var signedOut = await queen.Kim.Browser.PostForm($"{Home}/me", "/../../sign-out");

        Assert.Equal((303, 303), ((int)ended.StatusCode, (int)signedOut.StatusCode));
        await queen.Sam.Browser.Get("/api/me").Json(401);
        await queen.Kim.Browser.Get("/api/me").Json(401);
    }

    [Fact]
    public async Task A_session_that_is_unknown_or_another_persons_is_not_found_whenever_one_signed_in()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var session in new[] { Guid.CreateVersion7(), queen.Kim.SessionId })
        {
            using var answer = await queen.Sam.Browser.PostForm(
                $"{Home}/me", "?handler=End", ("session", $"{session}"));
            Assert.Equal(404, (int)answer.StatusCode);
        }

        await queen.Kim.Browser.Get("/api/me").Json();
    }
}
