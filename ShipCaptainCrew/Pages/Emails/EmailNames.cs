using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Pages.Emails;

/// <summary>Who the listed emails are to, and which charters they are about.</summary>
public sealed class EmailNames
{
    private Dictionary<Guid, string> members = [], guests = [], signers = [];
    private Dictionary<Guid, Charter> charters = [];

    private EmailNames()
    {
    }

    public Charter? Charter(Guid id) => charters.GetValueOrDefault(id);

    /// <summary>
    /// A member, a guest, the signer of a waiver with the address of the copy, or the contact who booked; null for the
    /// shore contact; empty for a guest who was removed.
    /// </summary>
    public string? Recipient(OutboxEmail email) => (email.MemberId, email.SubjectId, email.Kind) switch
    {
        ({ } memberId, _, _) => members.GetValueOrDefault(memberId, ""),
        (_, _, OverdueEmail.Kind or ManifestSentAshoreEmail.Kind) => null,
        (_, { } waiverId, WaiverReceiptEmail.Kind) => signers.GetValueOrDefault(waiverId, ""),
        (_, { } id, _) when id == email.CharterId => Charter(id)?.Contact is { } booker
            ? booker.Name ?? booker.Email ?? "" : "",
        (_, { } guestId, _) => guests.GetValueOrDefault(guestId, ""),
        _ => "",
    };

    /// <param name="charterId">Another charter that is loaded; null for none.</param>
    public static async Task<EmailNames> Of(AppDbContext db, IReadOnlyList<OutboxEmail> emails, Guid? charterId)
    {
        var memberIds = emails.Select(email => email.MemberId).Distinct().ToList();
        var charterIds = emails.Select(email => email.CharterId).Append(charterId).Distinct().ToList();
        var subjectIds = emails.Where(email => email.MemberId == null).Select(email => email.SubjectId).Distinct()
            .ToList();
        var records = await db.Waivers.AsNoTracking().Where(row => subjectIds.Contains(row.Id)).ToListAsync();
        var guestIds = subjectIds.Concat(records.Select(record => record.GuestId)).ToList();
        var guests = await db.Guests.AsNoTracking().Where(row => guestIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id);
        return new()
        {
            members = await db.Members.AsNoTracking().Where(row => memberIds.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id, row => row.Name),
            guests = guests.ToDictionary(row => row.Key, row => row.Value.Name),
            signers = records.ToDictionary(
                record => record.Id, record => Signer(record, guests.GetValueOrDefault(record.GuestId ?? default))),
            charters = await db.Charters.AsNoTracking().Where(row => charterIds.Contains(row.Id))
                .ToDictionaryAsync(row => row.Id),
        };
    }

    /// <summary>The signer and the address that the copy goes to; of an erased record, the guest.</summary>
    private static string Signer(WaiverRecord record, Domain.Guests.Guest? guest)
    {
        if (record.Body is null) return guest?.Name ?? "";
        var signed = WaiverContent.Read(record.Body);
        return string.Join(", ", new[] { signed.SignerName, signed.Email ?? guest?.Email }.OfType<string>());
    }
}
