using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;

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

    /// <summary>The token in the letter to the old address, straight from the table.</summary>
    public static Task<string> AddressToken(this Cast cast, Hand who) => cast.Ship.Change(cast.OperatorId, async (db, by) =>
    {
        var member = await db.Members.FirstAsync(row => row.Id == who.MemberId);
        var wish = new NewAddress(await db.Users.FirstAsync(row => row.Id == member.PersonId), $"new.{member.Email}", who.SessionId, by.At);
        db.Add(wish);
        return wish.Old.Ask().Token;
    });

    [GeneratedRegex(@"https://ship\.test/me/address/[\w-]{43}")]
    private static partial Regex Link();
}
