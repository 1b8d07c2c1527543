using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SessionsTests
{
    private const string Home = "/queen-of-san-diego";

    [Fact]
    public async Task Signing_out_everywhere_else_keeps_the_current_session()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var elsewhere = await SignInAgain(cast, cast.Kim);

        Assert.Equal(303, (int)(await cast.Kim.Browser.PostForm($"{Home}/me", "?handler=EndElsewhere")).StatusCode);

        await elsewhere.Get("/api/me").Json(401);
        await cast.Kim.Browser.Get("/api/me").Json();
        await cast.Sam.Api.Get("/api/me").Json();
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("archived")]
    public async Task A_suspended_or_archived_member_is_signed_out_from_the_next_request_on(string how)
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        foreach (var client in new[] { cast.Sam.Api, cast.Sam.Browser }) await client.Get("/api/me").Json();

        if (how == "suspended")
            await cast.Olive.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "suspended" }).Json();
        else
            await cast.Olive.Api.DeleteAsync(
                $"/api/members/{cast.Sam.MemberId}", TestContext.Current.CancellationToken);

        foreach (var client in new[] { cast.Sam.Api, cast.Sam.Browser }) await client.Get("/api/me").Json(401);
    }

    [Fact]
    public async Task A_token_signed_with_the_previous_key_is_accepted_and_one_signed_with_another_key_is_not()
    {
        const string former = "the key that was good until yesterday", present = "the key that is good from today on";
        await using var before = new AppFixture { Settings = { ["Jwt:Secret"] = former } };
        var cast = await before.Cast();
        var token = cast.Kim.Api.DefaultRequestHeaders.Authorization!.Parameter!;

        await AssertAccepted((present, former), true);
        await AssertAccepted((present, null), false);
        await AssertAccepted((former, present), true);

        async Task AssertAccepted((string Secret, string? Previous) keys, bool isAccepted)
        {
            await using var app = new AppFixture
            {
                Settings = { ["Jwt:Secret"] = keys.Secret, ["Jwt:PreviousSecret"] = keys.Previous ?? "" },
            };
            var rules = AccessToken.Rules(app.Services.GetRequiredService<TokenKey>(), app.Clock);
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, rules);
            Assert.Equal(isAccepted, result.IsValid);
        }
    }

    /// <summary>Signs the same user in a second time, for a program.</summary>
    private static Task<HttpClient> SignInAgain(Cast cast, TestUser who) => who.SignInAgain(cast.Ship, cast.OperatorId);
}
