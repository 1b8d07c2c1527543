using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Somebody changing their address: asking on their page, and finding the links in the letters.</summary>
public static partial class EmailChangeSteps
{
    public static Task<HttpResponseMessage> AskFor(this Cast cast, TestUser who, string email) =>
        who.Browser.PostForm($"/{cast.Slug}/me/address", ("email", email));

    public static Task<HttpResponseMessage> AskAgain(this Cast cast, TestUser who) =>
        who.Browser.PostForm($"/{cast.Slug}/me/address", "?handler=Again");

    public static string AddressOf(this Cast cast, TestUser who) =>
        $"{who.Name.ToLowerInvariant()}@{cast.Slug}.example";

    /// <summary>The link in the latest letter about it to an address.</summary>
    public static async Task<string> AddressLink(this AppFixture app, string to)
    {
        await app.Rest();
        var delivery =
            app.Post.Deliveries.Last(
                delivery => delivery.To.Contains(to) && Link().IsMatch(delivery.Message.TextBody!));
        return new Uri(Link().Match(delivery.Message.TextBody!).Value).AbsolutePath;
    }

    /// <summary>
    /// What stands in the letter to the old address of Quinn, who is of the crew and at no door themselves.
    /// </summary>
    public static async Task<string> AddressToken(this Cast cast)
    {
        var quinn = await TestUser.Board(cast.Ship, cast.OperatorId, cast.Slug, "Quinn", MemberRole.Crew);
        return await cast.Ship.Change(cast.OperatorId, async (db, actor) =>
        {
            var person =
                await db.Users.FirstAsync(row => row.NormalizedEmail == Person.Normalize(cast.AddressOf(quinn)));
            var wish = new EmailChange(person, "quinn@elsewhere.example", quinn.SessionId, actor.At);
            db.Add(wish);
            return wish.Old.Ask().Token;
        });
    }

    [GeneratedRegex(@"https://ship\.test/me/address/[\w-]{43}")]
    private static partial Regex Link();
}
