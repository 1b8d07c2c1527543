using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Checks the whole waiver book and, on a day with new records, mails where it ends to the owners: a place outside the
/// ship, where nobody who has the ship can change it. Where the book does not fit, they are told that instead.
/// </summary>
public sealed class EmailWaiverAnchors(AppDbContext db, Change change, WaiverArchive archive,
    ILogger<EmailWaiverAnchors> log, IStringLocalizer<Text> localizer)
    : IJob
{
    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        if (archive.Check(due.OperatorId).First is { } fault)
        {
            log.LogError("The waiver book does not fit. {Fault}", fault);
            return await Tell(new(0, "", "", fault), $"{fault}|{due.At:yyyyMMdd}", cancel) ? fault : null;
        }

        if (await archive.Last() is not { } last) return null;
        return await Tell(WaiverAnchor.Of(last), WaiverAnchor.Of(last).Hash, cancel)
            ? localizer["Mailed the end of the waiver book, record {0}", last.Seq].Value : null;
    }

    /// <returns>Whether anybody had not been told yet.</returns>
    private Task<bool> Tell(WaiverAnchor anchor, string what, CancellationToken cancel) => change.Run(async actor =>
    {
        var owners = await db.Members
            .Where(
                member => member.Role == MemberRole.Owner && member.JoinedAt != null && member.SuspendedAt == null
                    && member.ArchivedAt == null)
            .Select(member => member.Id).ToListAsync(cancel);
        var emails =
            owners.Select(
                id =>
                    new OutboxEmail(WaiverAnchorEmail.Kind, $"{WaiverAnchorEmail.Kind}|{id}|{what}",
                        actor.At) { OperatorId = db.OperatorId, MemberId = id, Facts = anchor.ToJson() })
            .ToList();
        var keys = emails.Select(email => email.Key).ToList();
        var told = await db.Outbox.Where(email => keys.Contains(email.Key)).Select(email => email.Key)
            .ToListAsync(cancel);
        emails.RemoveAll(email => told.Contains(email.Key));
        db.AddRange(emails);
        return emails.Count > 0;
    }, cancel);
}
