using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class PasskeyTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("garbage")]
    [InlineData(null)]
    public async Task A_passkey_is_added_only_for_the_person_who_asked_and_only_if_it_is_valid(string? credential)
    {
        var (mallory, victim) = (await SignedInUser(), await SignedInUser());
        using var phone = new Authenticator();
        var (challenge, options) = await Ask(credential is null ? mallory.Browser : victim.Browser, Page);

        var refused = await victim.Browser.PostForm(Page, ("name", "Phone"), ("challenge", $"{challenge}"),
            ("credential", credential ?? phone.Create(options)));

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Empty(await PasskeyNames(victim));
        Assert.Empty(await PasskeyNames(mallory));
    }

    [Theory]
    [InlineData("another site")]
    [InlineData("another site's frame")]
    [InlineData("another domain")]
    [InlineData("no user verification")]
    [InlineData("a challenge for signing in")]
    [InlineData("a challenge too old")]
    [InlineData("somebody else's passkey")]
    public async Task An_invalid_new_passkey_is_refused_and_uses_up_its_challenge(string what)
    {
        var (kim, phone, valid) = (await SignedInUser(), new Authenticator(), new Authenticator());
        var (challenge, options) = await Ask(kim.Browser, Page);
        switch (what)
        {
            case "another site": phone.Origin = "https://evil.example"; break;
            case "another site's frame": phone.IsFramed = true; break;
            case "another domain": phone.Domain = "evil.example"; break;
            case "no user verification": phone.Verifies = false; break;
            case "a challenge for signing in": challenge = (await Ask(Anonymous())).Challenge; break;
            case "a challenge too old": fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(5)); break;
            default: await Add(await SignedInUser(), phone); break;
        }

        foreach (var credential in new[] { phone.Create(options), valid.Create(options) })
        {
            using var refused = await kim.Browser.PostForm(
                Page, ("name", "Phone"), ("challenge", $"{challenge}"), ("credential", credential));
            Assert.Equal(422, (int)refused.StatusCode);
        }

        Assert.Empty(await PasskeyNames(kim));
    }

    [Fact]
    public async Task A_person_has_at_most_twenty_passkeys_each_with_a_name()
    {
        var kim = await SignedInUser();
        for (var i = 0; i < 20; i++) await Add(kim, new Authenticator());

        Assert.Equal(422, (int)(await TryAdd(kim, new Authenticator(), "One more")).StatusCode);
        Assert.Equal(422, (int)(await kim.Browser.PostForm(Page, ("name", ""))).StatusCode);
        Assert.Equal(422, (int)(await kim.Browser.PostForm(Page, ("name", new string('n', 121)))).StatusCode);
        Assert.Equal(
            422, (int)(await TryAdd(await SignedInUser(), new Authenticator(), new string('n', 10_240))).StatusCode);

        Assert.Equal(20, (await PasskeyNames(kim)).Count);
    }
}
