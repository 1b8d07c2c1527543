using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail;

namespace ShipCaptainCrew.Actions;

/// <summary>An operator as whoever runs the server sees it.</summary>
/// <param name="Members">Those who were not archived.</param>
public sealed record OperatorLine(string Slug, string Name, DateTimeOffset? SuspendedAt, int Members);

/// <summary>What whoever runs the server does to a whole operator. Nobody aboard has the right, so there is no viewer.</summary>
public sealed class OperatorActions(ShipDb db, Change change)
{
    /// <summary>What waited longer than this is no news any more; duties catch up no further either.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromHours(12);

    private const string WasSuspended = "The operator was suspended, and this was too old to send by the time it was open again.";

    /// <summary>All there are, by slug.</summary>
    public Task<List<OperatorLine>> All(CancellationToken cancel)
    {
        var members = db.Everywhere<Member>().Where(member => member.ArchivedAt == null);
        return db.Operators.AsNoTracking().OrderBy(house => house.Slug)
            .Select(house => new OperatorLine(house.Slug, house.Name, house.SuspendedAt, members.Count(member => member.OperatorId == house.Id))).ToListAsync(cancel);
    }

    /// <summary>Closes an operator, unless a boat of its is boarding or out: nobody aboard could say all fast.</summary>
    public Task<Outcome> Suspend(string slug, bool evenUnderWay, CancellationToken cancel) => change.Run<Outcome>(async by =>
    {
        if (await Enter(slug, cancel) is not { } house) return NoSuch(slug);
        if (house.SuspendedAt is null && !evenUnderWay && await Out(by.At, cancel) is { } boat) return IsOut(boat, by.At);
        house.Suspend(by);
        return Outcome.Done(house.Id);
    }, cancel);

    /// <summary>Opens an operator again. Its letters that waited go out, but for those that nobody wants so late: these the office can send again by hand.</summary>
    public Task<Outcome> Resume(string slug, CancellationToken cancel) => change.Run<Outcome>(async by =>
    {
        if (await Enter(slug, cancel) is not { } house) return NoSuch(slug);
        if (house.SuspendedAt is not null) (await OldLetters(by.At - Old, cancel)).ForEach(letter => letter.GiveUp(WasSuspended, by.At));
        house.Resume();
        return Outcome.Done(house.Id);
    }, cancel);

    private async Task<Operator?> Enter(string slug, CancellationToken cancel)
    {
        var house = await db.Operators.FirstOrDefaultAsync(row => row.Slug == slug, cancel);
        if (house is not null) db.Enter(house.Id);
        return house;
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

    private Task<List<Letter>> OldLetters(DateTimeOffset before, CancellationToken cancel) =>
        db.Letters.Where(letter => letter.State == LetterState.Waiting && letter.WaitingSince < before && !VitalLetters.Kinds.Contains(letter.Kind)).ToListAsync(cancel);

    private static Refusal IsOut(Charter boat, DateTimeOffset now) => Refusal.Conflict(
        "under_way",
        new Words("The charter {0} of {1:yyyy-MM-dd} is {2}, and nobody aboard could say all fast. Wait until she is back, or add --even-under-way.", boat.Title.Length > 0 ? boat.Title : boat.Id, boat.Date, boat.StatusAt(now).Word()));

    private static Refusal NoSuch(string slug) => new(RefusalKind.NotFound, "not_found", new Words("There is no operator {0}. The command operator list names those there are.", slug));
}
