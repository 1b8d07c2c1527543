using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To the address that somebody had until now: should it not have been them, this is how they learn of it.</summary>
public sealed class AddressLeftLetter(ShipDb db, Boarding boarding, IStringLocalizer<Text> l) : IWriter
{
    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        if (await db.Set<NewAddress>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.SubjectId, cancel) is not { } wish) return null;
        var houses = (await boarding.OperatorsOf(wish.PersonId, cancel)).Select(house => house.Name);
        return new(new("", wish.OldEmail), l["Your e-mail address was changed"], l["You sign in with {0} from now on, and no longer with this address.", wish.Email])
        {
            Says = [l["Both addresses have said yes. You are signed out everywhere but where it was asked; your passkeys stay."]],
            Closing = l["If it was not you, call the office at once ({0}): they can suspend you until it is put right.", string.Join(", ", houses)],
        };
    }
}
