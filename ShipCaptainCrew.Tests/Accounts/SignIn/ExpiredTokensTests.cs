using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

/// <summary>A token that was refused because it had expired does not work again after the clock goes back.</summary>
public sealed partial class ExpiredTokensTests : IAsyncLifetime
{
    private const string Olive = "olive@queen-of-san-diego.example";

    private readonly AppFixture app = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_in_link_stays_refused(bool isOnlyOpened)
    {
        var (token, ask, _) = await Link();
        using var client = app.CreateClient();
        app.Clock.Advance(MagicLink.SignInLife);
        if (isOnlyOpened) await client.GetAsync($"/sign-in/{token}", stop);
        else await client.Post("/api/auth/tokens", new { token, ask }).Json(400);

        await GoBack(MagicLink.SignInLife);

        await client.Post("/api/auth/tokens", new { token, ask }).Json(400);
    }

    [Fact]
    public async Task A_sign_in_code_stays_refused()
    {
        var (_, ask, code) = await Link();
        using var client = app.CreateClient();
        app.Clock.Advance(MagicLink.SignInLife);
        await client.Post("/api/auth/tokens", new { ask, code }).Json(400);

        await GoBack(MagicLink.SignInLife);

        await client.Post("/api/auth/tokens", new { ask, code }).Json(400);
    }

    [Fact]
    public async Task A_passkey_challenge_stays_refused()
    {
        using var phone = new Authenticator();
        var added = await queen.Olive.Browser.PostForm($"/{queen.Slug}/me/passkeys", "?handler=Ask").Json();
        await queen.Olive.Browser.PostForm($"/{queen.Slug}/me/passkeys", ("name", "Phone"),
            ("challenge", $"{added["challenge"]}"), ("credential", phone.Create(added["options"]!)));
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        var asked = await browser.PostForm("/sign-in", "?handler=Ask").Json();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(422, await Answer());

        await GoBack(TimeSpan.FromMinutes(5));

        Assert.Equal(422, await Answer());

        async Task<int> Answer() =>
            (int)(await browser.PostForm("/sign-in", "?handler=Passkey", ("challenge", $"{asked["challenge"]}"),
                ("credential", phone.Get(asked["options"]!)))).StatusCode;
    }

    /// <summary>Sets the clock back, as after a correction of the server's time.</summary>
    private async Task GoBack(TimeSpan by)
    {
        await app.Rest();
        app.Clock.AdjustTime(app.Clock.GetUtcNow() - by);
    }

    private async Task<(string Token, string Ask, string Code)> Link()
    {
        var ask = RandomTokens.Token();
        var issued = await app.Change(queen.OperatorId, async (db, actor) =>
        {
            var person = await db.Users.FirstAsync(row => row.NormalizedEmail == Person.Normalize(Olive));
            var link = MagicLink.Asked(person.Id, ask, actor.At);
            db.Add(link);
            return link.Issue();
        });
        return (issued.Token, ask, issued.Code);
    }
}
