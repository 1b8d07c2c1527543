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
/// Verifies all waiver records. On a day with new records, emails the owners the last record's number and hash, so that
/// they are also kept outside the server, where nobody with access to it can change them. If verification fails, emails
/// the owners what was found instead.
/// </summary>
public sealed class EmailWaiverAnchors(
    AppDbContext db,
    Change change,
    WaiverArchive archive,
    ILogger<EmailWaiverAnchors> log,
    IStringLocalizer<Text> localizer)
    : IJob
{
    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        if (archive.Check(due.OperatorId).First is { } fault)
        {
            log.LogError("The waiver records failed verification. {Fault}", fault);
            return await EmailOwners(new(0, "", "", fault), $"{fault}|{due.At:yyyyMMdd}", cancel) ? fault : null;
        }

        if (await archive.Last() is not { } last) return null;
        var anchor = WaiverAnchor.Of(last);
        return await EmailOwners(anchor, anchor.Hash, cancel)
            ? localizer["Emailed the last waiver record, {0}", last.Seq].Value
            : null;
    }

    /// <param name="key">Names what is reported; each owner gets one email for it.</param>
    /// <returns>Whether any email was written.</returns>
    private Task<bool> EmailOwners(WaiverAnchor anchor, string key, CancellationToken cancel) =>
        change.Run(async actor =>
        {
            var owners = await db.Members
                .Where(member => member.Role == MemberRole.Owner && member.JoinedAt != null
                    && member.SuspendedAt == null && member.ArchivedAt == null)
                .Select(member => member.Id).ToListAsync(cancel);
            var emails = owners.ConvertAll(ownerId => Email(ownerId, anchor, key, actor.At));
            var keys = emails.Select(email => email.Key).ToList();
            var existing = await db.Outbox
                .Where(email => keys.Contains(email.Key))
                .Select(email => email.Key).ToListAsync(cancel);
            emails.RemoveAll(email => existing.Contains(email.Key));
            db.AddRange(emails);
            return emails.Count > 0;
        }, cancel);

    private OutboxEmail Email(Guid ownerId, WaiverAnchor anchor, string key, DateTimeOffset at) =>
        new(WaiverAnchorEmail.Kind, $"{WaiverAnchorEmail.Kind}|{ownerId}|{key}", at)
        {
            OperatorId = db.OperatorId,
            MemberId = ownerId,
            Facts = anchor.ToJson(),
        };
}
