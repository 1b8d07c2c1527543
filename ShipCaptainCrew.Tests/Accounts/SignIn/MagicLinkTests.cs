using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class MagicLinkTests
{
    [Fact]
    public async Task A_mail_scanner_that_follows_the_link_neither_uses_it_nor_gets_a_session()
    {
        await using var app = new AppFixture();
        var (token, ask, _) = await Asked(app);
        var scanner = app.CreateClient(new() { AllowAutoRedirect = false });

        await scanner.GetAsync($"/sign-in/{token}");
        await scanner.SendAsync(new(HttpMethod.Head, $"/sign-in/{token}"));
        var submitted = await scanner.PostForm($"/sign-in/{token}");

        Assert.Equal(422, (int)submitted.StatusCode);
        Assert.DoesNotContain(submitted.Headers,
            header => header.Key == "Set-Cookie"
                && header.Value.Any(value => value.Contains("session", StringComparison.Ordinal)));
        await app.CreateClient().Post("/api/auth/tokens", new { token, ask }).Json();
    }

    [Fact]
    public async Task A_link_with_its_code_works_on_another_device()
    {
        await using var app = new AppFixture();
        var (token, _, code) = await Asked(app);
        var phone = app.CreateClient(new() { AllowAutoRedirect = false });

        var typedCode = $" {code[..4].ToLowerInvariant()}-{code[4..]} ";
        var signedIn = await phone.PostForm($"/sign-in/{token}", ("code", typedCode));

        Assert.Equal((303, "/queen-of-san-diego"), ((int)signedIn.StatusCode, $"{signedIn.Headers.Location}"));
        Assert.Equal("/queen-of-san-diego", (await phone.GetAsync("/")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Twenty_simultaneous_uses_of_one_link_start_one_session()
    {
        await using var app = new AppFixture();
        var (token, ask, _) = await Asked(app);
        var client = app.CreateClient();

        var responses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => client.Post("/api/auth/tokens", new { token, ask })));

        Assert.Equal(1, responses.Count(response => response.IsSuccessStatusCode));
        Assert.Equal(19, responses.Count(answer => (int)answer.StatusCode == 400));
    }

    /// <summary>Creates a sign-in link for Kim and returns its secrets, as in the email.</summary>
    private static async Task<(string Token, string Ask, string Code)> Asked(AppFixture app)
    {
        var cast = await app.Cast();
        var ask = RandomTokens.Token();
        var (token, code) = await app.Change(cast.OperatorId, async (db, actor) =>
        {
            var email = Person.Normalize($"kim@{cast.Slug}.example");
            var person = await db.Users.FirstAsync(row => row.NormalizedEmail == email);
            var link = MagicLink.Asked(person.Id, ask, actor.At);
            db.Add(link);
            return link.Issue();
        });
        return (token, ask, code);
    }
}
