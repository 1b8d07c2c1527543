using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To the address that somebody has from now on.</summary>
public sealed class AddressMovedLetter(ShipDb db, Letterhead head, IStringLocalizer<Text> l) : IWriter
{
    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel) =>
        await db.Set<NewAddress>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.SubjectId, cancel) is not { } wish ? null
        : new(new("", wish.Email), l["Your e-mail address was changed"], l["You sign in with this address from now on, and all letters come here."])
        {
            Says = [l["Both addresses have said yes. You are signed out everywhere but where it was asked; your passkeys stay."]],
            Act = new(l["Sign in"], head.Link(OpenPages.SignIn)),
        };
}
