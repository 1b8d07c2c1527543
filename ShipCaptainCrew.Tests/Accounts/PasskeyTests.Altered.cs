using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class PasskeyTests
{
    /// <summary>An Ed25519 key: the base point of the curve.</summary>
    private static readonly byte[] EdwardsKey =
        [0xA4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20, 0x58, .. Enumerable.Repeat((byte)0x66, 31)];

    public static TheoryData<string> Alterations => [.. AlteredResponses.Names];

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task An_altered_response_signs_nobody_in_and_uses_up_its_challenge(string what)
    {
        var (sam, phone) = (await SignedInUser(), new Authenticator());
        await Add(sam, phone);

        await AssertSignInRefused(
            phone, options => AlteredResponses.Make(what, phone, () => phone.Get(options)));
    }

    [Theory]
    [InlineData("userHandle", null)]
    [InlineData("userHandle", "")]
    [InlineData("signature", "")]
    [InlineData("signature", "AAAA")]
    [InlineData("signature", null)]
    [InlineData("authenticatorData", "")]
    [InlineData("authenticatorData", "AAAA")]
    [InlineData("authenticatorData", null)]
    public async Task A_response_with_another_value_signs_nobody_in(string field, string? value)
    {
        var (sam, phone) = (await SignedInUser(), new Authenticator());
        await Add(sam, phone);

        await AssertSignInRefused(
            phone, options => AlteredResponses.Alter(phone.Get(options), sent => sent["response"]![field] = value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_passkey_that_changes_whether_it_can_be_backed_up_is_refused(bool wasEligible)
    {
        var (sam, phone) = (await SignedInUser(), new Authenticator { IsBackupEligible = wasEligible });
        await Add(sam, phone);

        await AssertSignInRefused(phone, options =>
        {
            phone.IsBackupEligible = !wasEligible;
            return phone.Get(options);
        });
    }

    [Fact]
    public async Task A_response_that_is_too_long_signs_nobody_in()
    {
        var (sam, phone) = (await SignedInUser(), new Authenticator());
        await Add(sam, phone);

        await AssertSignInRefused(phone, options =>
            AlteredResponses.Alter(phone.Get(options), sent => sent["more"] = new string('a', 16_000)));
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task An_altered_new_passkey_is_refused_and_uses_up_its_challenge(string what)
    {
        var (kim, phone) = (await SignedInUser(), new Authenticator());

        await AssertNotAdded(kim, options => AlteredResponses.Make(what, phone, () => phone.Create(options)));
    }

    [Theory]
    [InlineData("AA")]
    [InlineData("")]
    [InlineData("_w")]
    [InlineData(null)]
    public async Task A_new_passkey_with_another_attestation_object_is_refused(string? value)
    {
        var (kim, phone) = (await SignedInUser(), new Authenticator());

        await AssertNotAdded(kim, options => AlteredResponses.Alter(
            phone.Create(options), sent => sent["response"]!["attestationObject"] = value));
    }

    [Fact]
    public async Task A_new_passkey_with_a_key_of_a_kind_that_was_not_offered_is_refused()
    {
        var kim = await SignedInUser();
        using var edwards = new Authenticator { PublicKey = EdwardsKey };
        using var unknown = new Authenticator { PublicKey = [0xA2, 0x01, 0x18, 0x63, 0x03, 0x26] };
        using var notOnCurve = new Authenticator();
        notOnCurve.PublicKey = [.. notOnCurve.PublicKey[..^1], (byte)(notOnCurve.PublicKey[^1] ^ 1)];

        foreach (var phone in new[] { edwards, unknown, notOnCurve }) await AssertNotAdded(kim, phone.Create);
    }

    /// <summary>Afterwards a valid response to the same challenge is refused too.</summary>
    private async Task AssertSignInRefused(Authenticator phone, Func<JsonNode, string> respond)
    {
        var (challenge, options) = await Ask(Anonymous());
        var valid = phone.Get(options);

        await AssertNotSignedIn(await SignIn(Anonymous(), challenge, respond(options)));

        Assert.Equal(422, (int)(await SignIn(Anonymous(), challenge, valid)).StatusCode);
    }

    private static async Task AssertNotAdded(TestUser kim, Func<JsonNode, string> respond)
    {
        using var valid = new Authenticator();
        var (challenge, options) = await Ask(kim.Browser, Page);

        foreach (var credential in new[] { respond(options), valid.Create(options) })
        {
            using var refused = await kim.Browser.PostForm(
                Page, ("name", "Phone"), ("challenge", $"{challenge}"), ("credential", credential));
            Assert.Equal(422, (int)refused.StatusCode);
            Assert.Equal("This passkey was not accepted. Try again, or use a link by email.",
                (await refused.Html()).QuerySelector("#errs li")!.TextContent.Trim());
        }

        Assert.Empty(await PasskeyNames(kim));
    }
}
