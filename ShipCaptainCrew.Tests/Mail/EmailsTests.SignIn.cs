using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

public sealed partial class EmailsTests
{
    [Fact]
    public async Task The_code_in_the_sign_in_email_signs_in_on_another_device()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var api = app.CreateClient();
        var ask =
            (string?)(await api.Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
                .Json(202))["ask"];

        var message = await app.Post.Arrival("sam@queen-of-san-diego.example", "Your sign-in link");
        var code = Code().Match(message.TextBody!).Value;
        var token = await api.Post("/api/auth/tokens", new { ask, code }).Json();

        Assert.Equal(cast.Slug, (string?)token["operator"]);
    }

    [Fact]
    public async Task An_unknown_address_gets_no_email_and_the_response_is_the_same()
    {
        await using var app = new AppFixture();
        await app.Cast();
        var before = await app.Count();

        await app.CreateClient().Post("/api/auth/magic-links", new { email = "nobody@elsewhere.example" }).Json(202);

        Assert.Empty(await app.Letters(since: before));
    }

    [Fact]
    public async Task No_valid_link_or_code_is_ever_stored_in_the_database()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        await Invite(cast, "Robin Reed", "robin@elsewhere.example");
        await app.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
            .Json(202);
        var invitation = await app.Post.Arrival("robin@elsewhere.example", "invites you to join");
        var signIn = await app.Post.Arrival("sam@queen-of-san-diego.example", "sign-in");
        await app.Rest();

        var stored =
            string.Concat(
                Directory.EnumerateFiles(app.Folder, "shipcaptaincrew.db*")
                    .Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

        Assert.Contains("robin@elsewhere.example", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Link(invitation.TextBody!)[^43..], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Link(signIn.TextBody!)[^43..], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Code().Match(signIn.TextBody!).Value, stored, StringComparison.Ordinal);
    }
}
