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

/// <summary>An operator as whoever runs the server sees it.</summary>
/// <param name="Members">Those who were not archived.</param>
public sealed record OperatorLine(string Slug, string Name, DateTimeOffset? SuspendedAt, int Members);

/// <summary>
/// What whoever runs the server does to a whole operator. Nobody aboard has the right, so there is no viewer.
/// </summary>
public sealed class OperatorActions(AppDbContext db, Change change)
{
    /// <summary>What waited longer than this is no news any more; duties catch up no further either.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromHours(12);

    private const string WasSuspended =
        "The operator was suspended, and this was too old to send by the time it was open again.";

    /// <summary>All there are, by slug.</summary>
    public Task<List<OperatorLine>> All(CancellationToken cancel)
    {
        var members = db.AcrossOperators<Member>().Where(member => member.ArchivedAt == null);
        return db.Operators.AsNoTracking().OrderBy(theOperator => theOperator.Slug)
            .Select(
                theOperator =>
                    new OperatorLine(theOperator.Slug, theOperator.Name, theOperator.SuspendedAt,
                        members.Count(member => member.OperatorId == theOperator.Id)))
            .ToListAsync(cancel);
    }

    /// <summary>
    /// Closes an operator, unless a boat of its is boarding or out: nobody aboard could say all fast.
    /// </summary>
    public Task<Outcome> Suspend(string slug, bool evenUnderWay, CancellationToken cancel) =>
        change.Run<Outcome>(async actor =>
    {
        if (await Enter(slug, cancel) is not { } theOperator) return NoSuch(slug);
        if (theOperator.SuspendedAt is null && !evenUnderWay && await Out(actor.At, cancel) is { } boat)
            return IsOut(boat, actor.At);
        theOperator.Suspend(actor);
        return Outcome.Done(theOperator.Id);
    }, cancel);

    /// <summary>
    /// Opens an operator again. Its letters that waited go out, but for those that nobody wants so late: these the
    /// office can send again by hand.
    /// </summary>
    public Task<Outcome> Resume(string slug, CancellationToken cancel) => change.Run<Outcome>(async actor =>
    {
        if (await Enter(slug, cancel) is not { } theOperator) return NoSuch(slug);
        if (theOperator.SuspendedAt is not null)
            (await OldEmails(actor.At - Old, cancel)).ForEach(email => email.GiveUp(WasSuspended, actor.At));
        theOperator.Resume();
        return Outcome.Done(theOperator.Id);
    }, cancel);

    private async Task<Operator?> Enter(string slug, CancellationToken cancel)
    {
        var theOperator = await db.Operators.FirstOrDefaultAsync(row => row.Slug == slug, cancel);
        if (theOperator is not null) db.UseOperator(theOperator.Id);
        return theOperator;
    }

    /// <summary>A charter that is boarding or under way now; null where all lie fast.</summary>
    private async Task<Charter?> Out(DateTimeOffset now, CancellationToken cancel)
    {
        var charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(charter => CharterStates.AwaitingDeparture.Contains(charter.Status)
                || charter.Status == CharterStatus.Underway)
            .OrderBy(charter => charter.SortAt).ToListAsync(cancel);
        return charters.Find(charter => charter.StatusAt(now) != CharterStatus.Scheduled && !charter.HasLapsed(now));
    }

    private Task<List<OutboxEmail>> OldEmails(DateTimeOffset before, CancellationToken cancel) =>
        db.Outbox
            .Where(
                email => email.State == EmailState.Waiting && email.WaitingSince < before
                    && !MandatoryEmails.Kinds.Contains(email.Kind))
            .ToListAsync(cancel);

    private static Refusal IsOut(Charter boat, DateTimeOffset now) => Refusal.Conflict(
        "under_way",
        new LocalizedText(
            "The charter {0} of {1:yyyy-MM-dd} is {2}, and nobody aboard could say all fast. Wait until she is back, or add --even-under-way.",
            boat.Title.Length > 0 ? boat.Title : boat.Id, boat.Date, boat.StatusAt(now).Label()));

    private static Refusal NoSuch(string slug) =>
        new(RefusalKind.NotFound, "not_found",
            new LocalizedText("There is no operator {0}. The command operator list names those there are.", slug));
}
