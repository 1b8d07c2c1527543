using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SuspendedOperatorTests
{
    [Fact]
    public async Task A_program_gets_no_token_for_a_suspended_operator_and_is_told_why()
    {
        var strangers = await App.Cast("strangers");
        await strangers.Join(Queen.Kim);
        await Queen.Suspend();

        await Exchange(await Link(Queen.Kim), Queen.Slug, 422);
        Assert.Equal("strangers", (string?)(await Exchange(await Link(Queen.Kim), null, 200))["operator"]);
        var link = await Link(Queen.Sam);
        Assert.Contains("no operator is open",
            (string?)(await Exchange(link, null, 403))["title"], StringComparison.Ordinal);

        await Queen.Resume();
        Assert.Equal(Queen.Slug, (string?)(await Exchange(link, null, 200))["operator"]);
    }

    [Fact]
    public async Task A_program_of_an_invited_person_is_told_to_open_the_invitation_and_its_link_still_works()
    {
        var strangers = await App.Cast("strangers");
        using var robin = await strangers.Olive.SignInAgain(App, strangers.OperatorId);
        await robin.Post("/api/members", new { name = "Sam", email = $"sam@{Queen.Slug}.example", role = "crew" })
            .Json(201);
        await Queen.Suspend();
        var link = await Link(Queen.Sam);

        Assert.Contains("you have an invitation",
            (string?)(await Exchange(link, null, 403))["title"], StringComparison.Ordinal);
        Assert.True(await App.In(async services => await services.GetRequiredService<MagicLinks>()
            .Find(link.Token, App.Clock.GetUtcNow(), stop) is not null));
    }

    /// <summary>Creates a sign-in link and the ask token of the program that requested it.</summary>
    private Task<(string Token, string Ask)> Link(TestUser user) => App.Change(Queen.OperatorId, async (db, actor) =>
    {
        var ask = RandomTokens.Token();
        var member = await db.Members.SingleAsync(row => row.Id == user.MemberId, stop);
        var link = MagicLink.Asked(member.PersonId, ask, actor.At);
        db.Add(link);
        return (link.Issue().Token, ask);
    });

    private async Task<System.Text.Json.Nodes.JsonNode> Exchange(
        (string Token, string Ask) link, string? slug, int status)
    {
        using var program = App.CreateClient();
        return await program.Post("/api/auth/tokens", new { token = link.Token, ask = link.Ask, @operator = slug })
            .Json(status);
    }
}
