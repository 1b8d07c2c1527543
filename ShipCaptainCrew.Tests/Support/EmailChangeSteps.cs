using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Requests a change of email address, and reads the links from the emails.</summary>
public static partial class EmailChangeSteps
{
    public static Task<HttpResponseMessage> AskFor(this Cast cast, TestUser user, string email) =>
        user.Browser.PostForm($"/{cast.Slug}/me/address", ("email", email));

    public static Task<HttpResponseMessage> AskAgain(this Cast cast, TestUser user) =>
        user.Browser.PostForm($"/{cast.Slug}/me/address", "?handler=Again");

    public static string AddressOf(this Cast cast, TestUser user) =>
        $"{user.Name.ToLowerInvariant()}@{cast.Slug}.example";

    /// <summary>The path of the link in the latest email about the change to an address.</summary>
    public static async Task<string> AddressLink(this AppFixture app, string to)
    {
        await app.Rest();
        var delivery =
            app.Post.Deliveries.Last(
                delivery => delivery.To.Contains(to) && Link().IsMatch(delivery.Message.TextBody!));
        return new Uri(Link().Match(delivery.Message.TextBody!).Value).AbsolutePath;
    }

    /// <summary>
    /// The token for the old address in a change requested by Quinn, a crew member that only this step creates.
    /// </summary>
    public static async Task<string> AddressToken(this Cast cast)
    {
        var quinn = await TestUser.Create(cast.Ship, cast.OperatorId, cast.Slug, "Quinn", MemberRole.Crew);
        return await cast.Ship.Change(cast.OperatorId, async (db, actor) =>
        {
            var person =
                await db.Users.FirstAsync(row => row.NormalizedEmail == Person.Normalize(cast.AddressOf(quinn)));
            var change = new EmailChange(person, "quinn@elsewhere.example", quinn.SessionId, actor.At);
            db.Add(change);
            return change.Old.Ask().Token;
        });
    }

    [GeneratedRegex(@"https://ship\.test/me/address/[\w-]{43}")]
    private static partial Regex Link();
}
