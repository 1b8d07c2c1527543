using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Jobs.Duties;

/// <summary>
/// Checks the whole waiver book and, on a day with new records, mails where it ends to the owners: a place outside the ship, where nobody who has
/// the ship can change it. Where the book does not fit, they are told that instead.
/// </summary>
public sealed class AnchorWaivers(ShipDb db, Change change, WaiverShelf shelf, ILogger<AnchorWaivers> log, IStringLocalizer<Text> localizer) : IDuty
{
    public async Task<string?> Do(Occurrence due, CancellationToken cancel)
    {
        if (shelf.Check(due.OperatorId).First is { } fault)
        {
            log.LogError("The waiver book does not fit. {Fault}", fault);
            return await Tell(new(0, "", "", fault), $"{fault}|{due.At:yyyyMMdd}", cancel) ? fault : null;
        }

        if (await shelf.Last() is not { } last) return null;
        return await Tell(WaiverAnchor.Of(last), WaiverAnchor.Of(last).Hash, cancel) ? localizer["Mailed the end of the waiver book, record {0}", last.Seq].Value : null;
    }

    /// <returns>Whether anybody had not been told yet.</returns>
    private Task<bool> Tell(WaiverAnchor anchor, string what, CancellationToken cancel) => change.Run(async by =>
    {
        var owners = await db.Members.Where(member => member.Role == MemberRole.Owner && member.JoinedAt != null && member.SuspendedAt == null && member.ArchivedAt == null)
            .Select(member => member.Id).ToListAsync(cancel);
        var letters = owners.Select(id => new Letter(AnchorLetter.Kind, $"{AnchorLetter.Kind}|{id}|{what}", by.At) { OperatorId = db.OperatorId, MemberId = id, Facts = anchor.ToJson() }).ToList();
        var keys = letters.Select(letter => letter.Key).ToList();
        var told = await db.Letters.Where(letter => keys.Contains(letter.Key)).Select(letter => letter.Key).ToListAsync(cancel);
        letters.RemoveAll(letter => told.Contains(letter.Key));
        db.AddRange(letters);
        return letters.Count > 0;
    }, cancel);
}
