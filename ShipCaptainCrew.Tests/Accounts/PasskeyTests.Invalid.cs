using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class PasskeyTests
{
    [Theory]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("nothing")]
    [InlineData("another challenge")]
    [InlineData("a challenge for adding one")]
    [InlineData("a challenge too old")]
    [InlineData("another site")]
    [InlineData("no site")]
    [InlineData("another site's frame")]
    [InlineData("another domain")]
    [InlineData("a broken signature")]
    [InlineData("another person's user handle")]
    [InlineData("a counter that went back")]
    [InlineData("no user verification")]
    [InlineData("an unknown passkey")]
    [InlineData("a suspended member")]
    public async Task Every_invalid_response_gets_the_same_refusal_and_uses_up_its_challenge(string what)
    {
        var (sam, phone) = (await SignedInUser(), new Authenticator());
        await Add(sam, phone);
        var (challenge, options) = await Ask(Anonymous());
        var valid = phone.Get(options);
        var (usedChallenge, response) = await InvalidResponse(what, sam, phone, challenge, options);

        await AssertNotSignedIn(await SignIn(Anonymous(), usedChallenge, response));

        if (usedChallenge == challenge)
            Assert.Equal(422, (int)(await SignIn(Anonymous(), challenge, valid)).StatusCode);
    }

    private static async Task AssertNotSignedIn(HttpResponseMessage refused)
    {
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Equal("This passkey was not accepted. Try again, or use a link by email.",
            (await refused.Html()).QuerySelector("#errs li")!.TextContent.Trim());
        Assert.DoesNotContain(refused.Headers,
            header => header.Key == "Set-Cookie"
                && header.Value.Any(value => value.Contains("scc-session", StringComparison.Ordinal)));
    }

    private async Task<(Guid Challenge, string Credential)> InvalidResponse(
        string what, TestUser sam, Authenticator phone, Guid challenge, JsonNode options)
    {
        switch (what)
        {
            case "nothing": return (challenge, "");
            case "another challenge": return (challenge, phone.Get((await Ask(Anonymous())).Options));
            case "a challenge for adding one":
                var (own, adding) = await Ask(sam.Browser, Page);
                return (own, phone.Get(adding));
            case "a challenge too old":
                fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(5));
                break;
            case "another site":
                phone.Origin = "https://evil.example";
                break;
            case "no site":
                phone.Origin = "";
                break;
            case "another site's frame":
                phone.IsFramed = true;
                break;
            case "a broken signature":
                phone.Forges = true;
                break;
            case "another person's user handle":
                phone.User = (await SignedInUser()).MemberId.ToString();
                break;
            case "a counter that went back":
                phone.Count = 9;
                var (earlier, first) = await Ask(Anonymous());
                Assert.Equal(303, (int)(await SignIn(Anonymous(), earlier, phone.Get(first))).StatusCode);
                phone.Count = 8;
                break;
            case "another domain":
                phone.Domain = "evil.example";
                break;
            case "no user verification":
                phone.Verifies = false;
                break;
            case "an unknown passkey":
                return (challenge, new Authenticator().Get(options));
            case "a suspended member":
                await (await SignedInUser(MemberRole.Dispatcher)).Api
                    .Put($"/api/members/{sam.MemberId}", new { status = "suspended" })
                    .Json();
                break;
            default: return (challenge, what);
        }

        return (challenge, phone.Get(options));
    }
}
