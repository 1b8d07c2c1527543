using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the owners, and to whoever runs the server, on each day on which the nightly backup failed.
/// </summary>
public sealed class BackupFailedEmail(
    AppDbContext db, Sender sender, AlertOptions alerts, IStringLocalizer<Text> l) : IEmailComposer
{
    public const string Kind = "backup_failed";

    public Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel) =>
        email.OperatorId is null ? Task.FromResult(ToInstallation(email)) : ToOwner(email, cancel);

    private EmailContent? ToInstallation(OutboxEmail email)
    {
        if (alerts.Email is not { } address) return null;
        var failure = BackupFailure.Of(email);
        var content = Content(new("", address), failure);
        return content with { Facts = [.. content.Facts, new(l["Reason"], failure.Reason)] };
    }

    private async Task<EmailContent?> ToOwner(OutboxEmail email, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == email.MemberId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        if (!member.CanSignIn) return null;
        return Content(new(member.Name, member.Email), BackupFailure.Of(email)) with
        {
            Sender = EmailSender.Of(theOperator),
            Paragraphs = [l["Call whoever runs the server. The server's log says why the backup failed."]],
            Action = new(l["See the automatic jobs"], sender.Link(new OperatorPages(theOperator.Slug).Duties)),
        };
    }

    private EmailContent Content(Recipient to, BackupFailure failure) => new(
        to, l["The nightly backup failed"],
        l["The backup of the data failed. Without a backup, a broken disk loses everything since the last one."])
    {
        Facts =
        [
            new(l["Failing since"], Instant(failure.Since)),
            new(l["Newest backup"], failure.Newest is { } newest ? Instant(newest) : l["None"]),
        ],
    };

    private static string Instant(DateTimeOffset at) =>
        $"{TimeText.Of(at.UtcDateTime, TimeParts.YearAndTime)} UTC";
}
