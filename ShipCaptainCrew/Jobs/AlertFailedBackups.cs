using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Emails the owners of all operators, and whoever runs the server, when the nightly backup failed and so did its first
/// repetition, and from the second night on at once. Each gets one email for each night.
/// </summary>
public sealed class AlertFailedBackups(
    AppDbContext db, Change change, BackupHealth health, IScheduleView schedule, AlertOptions alerts,
    IStringLocalizer<Text> localizer) : IJob
{
    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var state = await health.Read(cancel);
        if (state is not { Failed: { } run, FailingSince: { } since }) return null;
        if (since == run.Occurrence && schedule.FailuresInARow(BackupHealth.JobName) < 2) return null;
        var failure = new BackupFailure(since, state.Newest, run.Summary ?? "");
        var written = await change.Run(actor => Write(failure, $"{run.Occurrence:yyyyMMddHHmm}", actor.At), cancel);
        return written == 0 ? null : localizer["Backup failure emails: {0}", written].Value;
    }

    /// <returns>The number of emails written.</returns>
    private async Task<int> Write(BackupFailure failure, string night, DateTimeOffset at)
    {
        var emails = (await Owners()).ConvertAll(owner => Email($"{owner.Id}", owner));
        if (alerts.Email is not null) emails.Add(Email("installation", null));
        var existing = await db.ExistingEmails([.. emails.Select(email => email.Key)]);
        emails.RemoveAll(email => existing.Contains(email.Key));
        db.AddRange(emails);
        return emails.Count;

        OutboxEmail Email(string to, Member? owner) =>
            new(BackupFailedEmail.Kind, $"{BackupFailedEmail.Kind}|{to}|{night}", at)
            {
                OperatorId = owner?.OperatorId,
                MemberId = owner?.Id,
                Facts = failure.ToJson(),
            };
    }

    /// <summary>The owners of the operators that are open; one of several operators once.</summary>
    private async Task<List<Member>> Owners()
    {
        var owners = await db.AcrossOperators<Member>()
            .Where(member => member.Role == MemberRole.Owner && member.JoinedAt != null && member.SuspendedAt == null
                && member.ArchivedAt == null && member.Email != alerts.Email
                && db.ActiveOperators.Any(row => row.Id == member.OperatorId))
            .OrderBy(member => member.Id).ToListAsync();
        return [.. owners.DistinctBy(member => member.PersonId)];
    }
}
