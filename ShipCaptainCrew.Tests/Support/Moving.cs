using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Somebody changing their address: asking on their page, and finding the links in the letters.</summary>
public static partial class Moving
{
    public static Task<HttpResponseMessage> AskFor(this Cast cast, Hand who, string email) => who.Browser.PostForm($"/{cast.Slug}/me/address", ("email", email));

    public static Task<HttpResponseMessage> AskAgain(this Cast cast, Hand who) => who.Browser.PostForm($"/{cast.Slug}/me/address", "?handler=Again");

    public static string AddressOf(this Cast cast, Hand who) => $"{who.Name.ToLowerInvariant()}@{cast.Slug}.example";

    /// <summary>The link in the latest letter about it to an address.</summary>
    public static async Task<string> AddressLink(this Ship ship, string to)
    {
        await ship.Rest();
        var letter = ship.Post.Deliveries.Last(letter => letter.To.Contains(to) && Link().IsMatch(letter.Message.TextBody!));
        return new Uri(Link().Match(letter.Message.TextBody!).Value).AbsolutePath;
    }

    /// <summary>What stands in the letter to the old address of Quinn, who is of the crew and at no door themselves.</summary>
    public static async Task<string> AddressToken(this Cast cast)
    {
        var quinn = await Hand.Board(cast.Ship, cast.OperatorId, cast.Slug, "Quinn", MemberRole.Crew);
        return await cast.Ship.Change(cast.OperatorId, async (db, by) =>
        {
            var person = await db.Users.FirstAsync(row => row.NormalizedEmail == Person.Normalize(cast.AddressOf(quinn)));
            var wish = new NewAddress(person, "quinn@elsewhere.example", quinn.SessionId, by.At);
            db.Add(wish);
            return wish.Old.Ask().Token;
        });
    }

    [GeneratedRegex(@"https://ship\.test/me/address/[\w-]{43}")]
    private static partial Regex Link();
}
