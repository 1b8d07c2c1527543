using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Loads charters for lists, with a fixed number of queries. Charters the viewer may not see are left out.
/// </summary>
public sealed partial class CharterList(AppDbContext db)
{
    private const int Most = 100, MostWanting = 500;

    private TimeSpan? grace;
    private List<DateTimeOffset>? begun;
    private Dictionary<Guid, string>? vessels;

    /// <param name="withOpen">Whether to include earlier charters that are under way or not closed.</param>
    public async Task<IReadOnlyList<CharterLine>> Between(
        Viewer viewer, DateOnly from, DateOnly to, bool withOpen)
    {
        var first = CharterDates.Earliest(from);
        var start = withOpen ? await WithBegun(first) : first;
        return await Load(
            SeenBy(viewer).OnDates(null, to)
                .Where(charter => charter.SortAt >= start
                    && (charter.Date >= from || (withOpen && CharterStates.Begun.Contains(charter.Status))))
                .ByDeparture(after: null));
    }

    /// <summary>The next charter that departs after a day; null if none is planned.</summary>
    public async Task<CharterLine?> After(Viewer viewer, DateOnly day)
    {
        var start = CharterDates.Earliest(day);
        var lines = await Load(
            SeenBy(viewer)
                .Where(charter => charter.SortAt >= start && charter.Date > day
                    && CharterStates.AwaitingDeparture.Contains(charter.Status))
                .ByDeparture(after: null).Take(1), showsCounts: false);
        return lines is [var first, ..] ? first : null;
    }

    /// <summary>How many charters depart on each day, without canceled ones.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, DayCount>> CountByDay(Viewer viewer, DateOnly from, DateOnly to)
    {
        var rows = await SeenBy(viewer).OnDates(from, to)
            .Where(charter => charter.Status != CharterStatus.Cancelled)
            .Select(charter => new
            {
                charter.Date,
                IsShort = (charter.Status == CharterStatus.Draft
                        || CharterStates.AwaitingDeparture.Contains(charter.Status))
                    && charter.Positions.Any(position => position.MemberId == null),
            }).ToListAsync();
        return rows.GroupBy(row => row.Date)
            .ToDictionary(day => day.Key, day => new DayCount(day.Count(), day.Count(row => row.IsShort)));
    }

    /// <summary>Charters still to come on which the viewer has a position or may claim one, next first.</summary>
    public async Task<IReadOnlyList<CharterLine>> Mine(Viewer viewer, DateTimeOffset now)
    {
        var start = await WithBegun(StartOfToday(viewer, now) - Plan.LongestReach);
        return await Load(
            SeenBy(viewer)
                .Where(charter => charter.SortAt >= start)
                .Where(ToCome(viewer, now))
                .Where(charter => charter.Positions.Any(position => position.MemberId == viewer.MemberId)
                    || (CharterStates.AwaitingDeparture.Contains(charter.Status)
                        && charter.Positions.Any(
                            position => position.MemberId == null && viewer.Qualifications.Contains(position.Role))))
                .ByDeparture(after: null).Take(Most));
    }

    /// <summary>
    /// Charters that need the office: first the overdue, then those whose time has passed without a departure, then
    /// coming ones that are drafts, have open positions, or wait for an assigned member to confirm.
    /// </summary>
    /// <param name="since">Charters that passed before this time are left out.</param>
    public async Task<IReadOnlyList<CharterLine>> Wanting(
        Viewer viewer, DateTimeOffset now, DateTimeOffset since, DateTimeOffset until)
    {
        var today = StartOfToday(viewer, now);
        var start = await WithBegun(Earlier(today - Plan.LongestReach, since));
        var lines = await Load(
            SeenBy(viewer).Where(charter => charter.SortAt >= start && charter.SortAt < until
                && ((charter.Status == CharterStatus.Draft && (charter.Return ?? charter.SortAt) >= today)
                    || (charter.Status == CharterStatus.Scheduled && (charter.Return ?? charter.SortAt) >= today
                        && charter.Positions.Any(position => position.ConfirmedAt == null))
                    || (charter.Status == CharterStatus.Underway && charter.Return <= now)
                    || (CharterStates.AwaitingDeparture.Contains(charter.Status)
                        && charter.SortAt >= since && charter.Departure != null
                        && (charter.Return ?? charter.Departure) <= now)))
                .ByDeparture(after: null).Take(MostWanting), showsCounts: false);
        return
        [
            .. lines.Where(line => line.IsOverdue(now)),
            .. lines.Where(line => line.Charter.HasLapsed(now)),
            .. lines.Where(line => NeedsCrew(line.Charter, now)),
        ];
    }

    /// <summary>Past charters, latest first: all of them for the office, their own for the crew.</summary>
    /// <param name="before">Where the list continues; null for its beginning.</param>
    public Task<IReadOnlyList<CharterLine>> Past(
        Viewer viewer, DateTimeOffset now, ListPosition? before, int count) => Load(
        SeenBy(viewer)
            .Where(Not(ToCome(viewer, now)))
            .Where(charter =>
                viewer.IsOffice || charter.Positions.Any(position => position.MemberId == viewer.MemberId))
            .LatestFirst(before).Take(count), showsCounts: false);

    /// <summary>
    /// The given instant or, if it is earlier, the departure of the first charter that has begun and is not put to bed
    /// (UTC). Lists begin there, so that they do not read the charters of past years.
    /// </summary>
    private async Task<DateTimeOffset> WithBegun(DateTimeOffset since)
    {
        begun ??= await db.Charters.Where(charter => CharterStates.Begun.Contains(charter.Status))
            .Select(charter => charter.SortAt).ToListAsync();
        return begun.Append(since).Min();
    }

    private IQueryable<Charter> SeenBy(Viewer viewer) =>
        viewer.May(Right.SeeDrafts)
            ? db.Charters.AsNoTracking()
            : db.Charters.AsNoTracking().Where(charter => charter.Status != CharterStatus.Draft);

    private static bool NeedsCrew(Charter charter, DateTimeOffset now) =>
        charter.Status == CharterStatus.Draft
            || (charter.Status == CharterStatus.Scheduled && !charter.HasLapsed(now)
                && charter.Positions.Any(position => position.ConfirmedAt is null));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>Start of today in the viewer's time zone.</summary>
    private static DateTimeOffset StartOfToday(Viewer viewer, DateTimeOffset now) =>
        LocalTime.Nearest(LocalTime.DateOf(now, viewer.Zone).ToDateTime(TimeOnly.MinValue), viewer.Zone);

    /// <summary>
    /// Not closed, and planned to end today or later; or still boarding, under way, or returned but not put to bed.
    /// </summary>
    private static Expression<Func<Charter, bool>> ToCome(Viewer viewer, DateTimeOffset now)
    {
        var today = StartOfToday(viewer, now);
        return charter => charter.Status != CharterStatus.Closed
            && ((charter.Return ?? charter.SortAt) >= today || CharterStates.Begun.Contains(charter.Status));
    }

    private static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    /// <param name="showsCounts">Whether the list shows progress and guests; if not, they are left empty.</param>
    private async Task<IReadOnlyList<CharterLine>> Load(IQueryable<Charter> wanted, bool showsCounts = true)
    {
        var currentGrace = grace ??= await OperatorDefaults.GraceOf(db);
        var charters = await wanted.ToListAsync();
        var ids = charters.ConvertAll(charter => charter.Id);
        var memberIds = charters.SelectMany(charter => charter.Positions).Select(position => position.MemberId)
            .OfType<Guid>().Distinct().ToList();
        vessels ??= await db.Vessels.Select(row => new { row.Id, row.Details.Name })
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        var names = await db.Members.AsNoTracking().Where(row => memberIds.Contains(row.Id))
            .Select(row => new { row.Id, row.Name }).ToDictionaryAsync(row => row.Id, row => row.Name);
        var progress = showsCounts ? await CountItems(ids) : (_, _) => new(0, 0, 0);
        var guests = showsCounts ? await CharterView.CountGuests(db, ids) : [];
        return [.. charters.Select(charter => new CharterLine
        {
            Charter = charter,
            Vessel = vessels[charter.VesselId],
            Progress = progress(charter.Id, PhaseOf(charter.Status)),
            Names = names,
            Guests = guests.GetValueOrDefault(charter.Id, GuestCount.None),
            Grace = currentGrace,
        })];
    }
}
