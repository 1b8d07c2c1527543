using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>Loads the context of an email about a charter.</summary>
public sealed class CharterContexts(AppDbContext db, TimeProvider clock)
{
    /// <returns>
    /// Null if the email need not be sent: a later one replaces it, or the charter is deleted or over.
    /// </returns>
    public async Task<CharterContext?> Find(OutboxEmail email, CancellationToken cancel)
    {
        if (await IsReplaced(email, cancel)) return null;
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.CharterId, cancel);
        if (charter is null) return null;
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        Guid?[] memberIds = [email.MemberId, email.SubjectId, PositionFacts.Of(email).By];
        var members = await db.Members.AsNoTracking().Where(row => memberIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var context = new CharterContext(email, theOperator, charter, vessel.Name, members)
        {
            ClockPlace = theOperator.PlaceOf(charter.TimeZone, vessel),
        };
        if (charter.EndsAt < clock.GetUtcNow()) return null;
        if (email.MemberId is not null || await Outsider(context, cancel) is not { } outsider) return context;
        var language = await LanguageOf(charter.Id, outsider.Address, cancel);
        return context with { Outsider = outsider, Language = language };
    }

    /// <summary>Whether a later email to the same person about the same subject says what this one would.</summary>
    private Task<bool> IsReplaced(OutboxEmail email, CancellationToken cancel)
    {
        var later = db.Outbox.Where(other => other.CharterId == email.CharterId && other.MemberId == email.MemberId
            && other.SubjectId == email.SubjectId && other.Seq > email.Seq);
        if (CharterNotices.Replacing(email.Kind, email.MemberId is not null) is { } kinds)
            later = later.Where(other => kinds.Contains(other.Kind));
        return later.AnyAsync(cancel);
    }

    /// <summary>The booker, or the guest if they are still expected and still have an address.</summary>
    private async Task<Recipient?> Outsider(CharterContext context, CancellationToken cancel)
    {
        if (context.IsToBooker)
            return context.Charter.Contact is { Email: { } email } contact ? new(contact.Name ?? "", email) : null;
        var guest = await db.Guests.AsNoTracking().Where(Guest.Coming)
            .FirstOrDefaultAsync(row => row.Id == context.Email.SubjectId, cancel);
        return guest?.Email is { } address ? new(guest.Name, address) : null;
    }

    /// <summary>The language in which a guest with this mailbox signed; English if none has.</summary>
    private async Task<string> LanguageOf(Guid charterId, string address, CancellationToken cancel)
    {
        var bodies = from guest in db.Guests
                     where guest.CharterId == charterId && EF.Functions.Collate(guest.Email!, "NOCASE") == address
                     join record in db.Waivers on guest.WaiverId equals record.Id
                     where record.Body != null
                     orderby record.Seq descending
                     select record.Body;
        return await bodies.FirstOrDefaultAsync(cancel) is { } body
            ? WaiverContent.Read(body).Language
            : Languages.English;
    }
}
