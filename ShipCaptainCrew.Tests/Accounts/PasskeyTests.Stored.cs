using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class PasskeyTests
{
    [Fact]
    public async Task The_browser_is_asked_for_a_new_passkey_with_these_options()
    {
        var (kim, phone) = (await SignedInUser(), new Authenticator { Transports = new JsonArray("usb", "pigeon") });
        await Add(kim, phone);

        var (_, options) = await Ask(kim.Browser, Page);

        Assert.Equal(32, Base64Url.DecodeFromChars((string)options["challenge"]!).Length);
        AssertJson("""{"id":"ship.test","name":"ship.test"}""", options["rp"]!);
        Assert.Equal(kim.Name, (string?)options["user"]!["displayName"]);
        Assert.Equal($"{await PersonId(phone)}",
            Encoding.UTF8.GetString(Base64Url.DecodeFromChars((string)options["user"]!["id"]!)));
        Assert.Equal([-7, -37, -35, -38, -39, -257, -36, -258, -259],
            options["pubKeyCredParams"]!.AsArray().Select(offered => (int)offered!["alg"]!));
        Assert.Equal(300_000, (int)options["timeout"]!);
        Assert.Equal("none", (string?)options["attestation"]);
        AssertJson(
            """{"residentKey":"required","requireResidentKey":true,"userVerification":"required"}""",
            options["authenticatorSelection"]!);
        AssertJson(
            $$"""[{"type":"public-key","id":"{{phone.Id}}","transports":["usb"]}]""", options["excludeCredentials"]!);
    }

    [Fact]
    public async Task The_browser_is_asked_for_any_passkey_with_these_options()
    {
        var (_, options) = await Ask(Anonymous());

        Assert.Equal(32, Base64Url.DecodeFromChars((string)options["challenge"]!).Length);
        options["challenge"] = null;
        AssertJson(
            """
            {"challenge":null,"timeout":300000,"rpId":"ship.test","allowCredentials":[],"userVerification":"required",
            "hints":[]}
            """, options);
    }

    [Fact]
    public async Task A_new_passkey_is_stored_as_the_authenticator_sent_it()
    {
        var kim = await SignedInUser();
        using var phone = new Authenticator
        {
            Count = 3, IsBackupEligible = true, Attestation = ("packed", [0xA1, 0x61, 0x78, 0xF5]),
            Transports = new JsonArray("internal", "pigeon"),
        };
        var (challenge, options) = await Ask(kim.Browser, Page);
        var sent = phone.Create(options);

        await kim.Browser.PostForm(Page, ("name", "Phone"), ("challenge", $"{challenge}"), ("credential", sent));

        var stored = await Stored(phone);
        var response = JsonNode.Parse(sent)!["response"]!;
        Assert.Equal(phone.PublicKey, stored.PublicKey);
        Assert.Equal((string?)response["attestationObject"], Base64Url.EncodeToString(stored.AttestationObject));
        Assert.Equal((string?)response["clientDataJSON"], Base64Url.EncodeToString(stored.ClientDataJson));
        Assert.Equal(["internal", "pigeon"], stored.Transports!);
        Assert.Equal((3u, true, true, false, "Phone"),
            (stored.SignCount, stored.IsUserVerified, stored.IsBackupEligible, stored.IsBackedUp, stored.Name));
        Assert.Equal(fixture.Ship.Clock.GetUtcNow(), stored.CreatedAt);
    }

    [Fact]
    public async Task Signing_in_stores_the_counter_and_whether_the_passkey_is_backed_up()
    {
        var (kim, phone) = (await SignedInUser(), new Authenticator { Count = 3, IsBackupEligible = true });
        await Add(kim, phone);
        (phone.Count, phone.IsBackedUp) = (4, true);
        var (challenge, options) = await Ask(Anonymous());

        Assert.Equal(303, (int)(await SignIn(Anonymous(), challenge, phone.Get(options))).StatusCode);

        var stored = await Stored(phone);
        Assert.Equal((4u, true, "Phone"), (stored.SignCount, stored.IsBackedUp, stored.Name));
        await AssertSignInRefused(phone, phone.Get);
    }

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    private async Task<Guid> PersonId(Authenticator phone) => (await Owner(phone)).Id;

    private Task<Person> Owner(Authenticator phone) => fixture.Ship.In(async services =>
        (await People(services).FindByPasskeyIdAsync(Base64Url.DecodeFromChars(phone.Id)))!);

    private Task<UserPasskeyInfo> Stored(Authenticator phone) => fixture.Ship.In(async services =>
    {
        var id = Base64Url.DecodeFromChars(phone.Id);
        return (await People(services).GetPasskeyAsync((await People(services).FindByPasskeyIdAsync(id))!, id))!;
    });

    private static UserManager<Person> People(IServiceProvider services) =>
        services.GetRequiredService<UserManager<Person>>();
}
