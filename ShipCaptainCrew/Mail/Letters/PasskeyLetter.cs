using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To whoever has a new passkey, or one less: should it not have been them, they learn of it at once.</summary>
public sealed class PasskeyLetter(ShipDb db, Letterhead head, IStringLocalizer<Text> l) : IWriter
{
    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == letter.MemberId, cancel);
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == letter.OperatorId, cancel);
        var added = JsonSerializer.Deserialize<PasskeyFacts>(letter.Facts)!.Added;
        return new(new(member.Name, member.Email), added ? l["A passkey was added"] : l["A passkey was removed"], added ? l["A passkey was added to your sign-in."] : l["A passkey was removed from your sign-in."])
        {
            Says = [l["If it was not you, sign in, remove what is not yours and sign out everywhere else."]],
            Act = new(l["See my passkeys"], head.Link(new OperatorPages(house.Slug).Passkeys)),
        };
    }
}
