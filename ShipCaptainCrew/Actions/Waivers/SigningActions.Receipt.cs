using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>Shows what was signed.</summary>
public sealed partial class SigningActions
{
    /// <summary>
    /// The waiver that a token may show, even if its guest was removed from the list since; null when there is none.
    /// Selects the operator.
    /// </summary>
    public async Task<WaiverReceipt?> Receipt(string token, CancellationToken cancel = default)
    {
        if (await links.Find(LinkKind.Waiver, token, cancel) is not { } link) return null;
        db.UseOperator(link.OperatorId);
        if (await RecordFor(link, cancel) is not { } record) return null;
        var content = record.Body is { } body ? WaiverContent.Read(body) : null;
        if (!Shows(link, record, content)) return null;
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == link.OperatorId, cancel);
        return new(theOperator, record, content)
        {
            Charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == record.CharterId, cancel),
            Copy = content is null ? null : await CopyOf(record, content, cancel),
        };
    }

    private async Task<WaiverCopy?> CopyOf(WaiverRecord record, WaiverContent signed, CancellationToken cancel)
    {
        var signer = await WaiverReceiptEmail.Signers(db, record, signed).FirstOrDefaultAsync(cancel);
        return (signed.Email ?? signer?.Email) is null
            ? null
            : new(signed.Email, IsWaiting: signer is { IsPlaced: false });
    }

    /// <summary>The record that the link is about, else the one signed by or for its guest.</summary>
    private async Task<WaiverRecord?> RecordFor(SignedLink link, CancellationToken cancel)
    {
        var signed = await db.Guests.Where(row => row.Id == link.SubjectId).Select(row => row.WaiverId)
            .FirstOrDefaultAsync(cancel);
        return await db.Waivers.AsNoTracking().OrderBy(row => row.Seq)
            .FirstOrDefaultAsync(
                row => row.Kind == RecordKind.Signed
                    && (row.Id == link.SubjectId || row.Id == signed
                        || (signed == null && row.GuestId == link.SubjectId)),
                cancel);
    }

    /// <summary>
    /// Whether the link may show the record. One that the office did not issue shows only the record it is about and
    /// the one that was signed by it: its guest may have been signed for by somebody else since.
    /// </summary>
    private static bool Shows(SignedLink link, WaiverRecord record, WaiverContent? content) =>
        link.IsFromOffice || record.Id == link.SubjectId
            || (record.GuestId == link.SubjectId && (content is null || content.ReachedBy.LinkId == link.Id));
}
