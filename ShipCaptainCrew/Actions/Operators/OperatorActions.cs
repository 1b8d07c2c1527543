using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Outbox;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>
/// Suspends and resumes operators from the command line. There is no viewer: no member has this right.
/// </summary>
public sealed class OperatorActions(AppDbContext db, Change change)
{
    /// <summary>Emails that waited longer are out of date; jobs do not catch up on older occurrences either.</summary>
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(12);

    private const string WasSuspended =
        "The operator was suspended, and this was too old to send when it was reopened.";

    /// <summary>All operators, ordered by slug.</summary>
    public Task<List<OperatorLine>> All(CancellationToken cancel)
    {
        var members = db.AcrossOperators<Member>().Where(member => member.ArchivedAt == null);
        return db.Operators.AsNoTracking()
            .OrderBy(row => row.Slug)
            .Select(row => new OperatorLine(
                row.Slug, row.Name, row.SuspendedAt, members.Count(member => member.OperatorId == row.Id)))
            .ToListAsync(cancel);
    }

    /// <summary>
    /// Suspends an operator. Refused while a charter is boarding or under way, because its crew could no longer report
    /// the return, unless <paramref name="evenUnderWay"/> is set.
    /// </summary>
    public Task<Outcome> Suspend(string slug, bool evenUnderWay, CancellationToken cancel) =>
        change.Run<Outcome>(async actor =>
    {
        if (await Enter(slug, cancel) is not { } theOperator) return NoSuch(slug);
        if (theOperator.SuspendedAt is null && !evenUnderWay && await CharterUnderWay(actor.At, cancel) is { } charter)
            return UnderWay(charter, actor.At);
        theOperator.Suspend(actor);
        return Outcome.Done(theOperator.Id);
    }, cancel);

    /// <summary>
    /// Resumes an operator. Its waiting emails are sent, except those that are too old: the office can resend these.
    /// </summary>
    public Task<Outcome> Resume(string slug, CancellationToken cancel) => change.Run<Outcome>(async actor =>
    {
        if (await Enter(slug, cancel) is not { } theOperator) return NoSuch(slug);
        if (theOperator.SuspendedAt is not null)
            await GiveUpOldEmails(actor.At, cancel);
        theOperator.Resume();
        return Outcome.Done(theOperator.Id);
    }, cancel);

    private async Task<Operator?> Enter(string slug, CancellationToken cancel)
    {
        var theOperator = await db.Operators.FirstOrDefaultAsync(row => row.Slug == slug, cancel);
        if (theOperator is not null) db.UseOperator(theOperator.Id);
        return theOperator;
    }

    /// <summary>A charter that is boarding or under way now; null when there is none.</summary>
    private async Task<Charter?> CharterUnderWay(DateTimeOffset now, CancellationToken cancel)
    {
        var charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(charter => CharterStates.AwaitingDeparture.Contains(charter.Status)
                || charter.Status == CharterStatus.Underway)
            .OrderBy(charter => charter.SortAt).ToListAsync(cancel);
        return charters.Find(charter => charter.StatusAt(now) != CharterStatus.Scheduled && !charter.HasLapsed(now));
    }

    /// <summary>Without reading them, so that one that cannot be read does not keep the operator closed.</summary>
    private Task<int> GiveUpOldEmails(DateTimeOffset at, CancellationToken cancel)
    {
        var before = at - TooOld;
        return db.Outbox
            .Where(email => email.State == EmailState.Waiting
                && email.WaitingSince < before
                && !MandatoryEmails.Kinds.Contains(email.Kind))
            .ExecuteUpdateAsync(
                row => row.SetProperty(email => email.State, EmailState.NotDelivered)
                    .SetProperty(email => email.Answer, WasSuspended)
                    .SetProperty(email => email.SettledAt, at)
                    .SetProperty(email => email.Attempts, email => email.Attempts + 1),
                cancel);
    }

    private static Refusal UnderWay(Charter charter, DateTimeOffset now) => Refusal.Conflict(
        "under_way",
        new LocalizedText(
            "The charter {0} of {1:yyyy-MM-dd} is {2}, and its crew could no longer report its return. "
                + "Wait until it is back, or add --even-under-way.",
            charter.Title.Length > 0 ? charter.Title : charter.Id,
            charter.Date,
            charter.StatusAt(now).Label()));

    private static Refusal NoSuch(string slug) =>
        new(RefusalKind.NotFound, "not_found",
            new LocalizedText("There is no operator {0}. Run operator list to see all operators.", slug));
}
