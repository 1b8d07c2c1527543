using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Loads charters for lists, with a fixed number of queries. Charters the viewer may not see are left out.
/// </summary>
public sealed class CharterList(AppDbContext db)
{
    private const int Most = 100;

    private TimeSpan? grace;

    /// <param name="withOpen">Whether to include earlier charters that are under way or not closed.</param>
    public Task<IReadOnlyList<CharterLine>> Between(
        Viewer viewer, DateOnly from, DateOnly to, Guid? vesselId, bool withOpen) => Load(
        SeenBy(viewer)
            .Where(charter => charter.Date <= to
                && (charter.Date >= from
                    || (withOpen && (charter.Status == CharterStatus.Boarding
                        || charter.Status == CharterStatus.Underway
                        || charter.Status == CharterStatus.Returned)))
                && (vesselId == null || charter.VesselId == vesselId))
            .OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id));

    /// <summary>Charters still to come on which the viewer has a position or may claim one, next first.</summary>
    public Task<IReadOnlyList<CharterLine>> Mine(Viewer viewer, DateTimeOffset now) => Load(
        SeenBy(viewer)
            .Where(ToCome(viewer, now))
            .Where(charter => charter.Positions.Any(position => position.MemberId == viewer.MemberId)
                || (CharterStates.AwaitingDeparture.Contains(charter.Status)
                    && charter.Positions.Any(
                        position => position.MemberId == null && viewer.Qualifications.Contains(position.Role))))
            .OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id).Take(Most));

    /// <summary>
    /// Charters that need the office: first the overdue, then those whose time has passed without a departure, then
    /// coming ones that are drafts, have open positions, or wait for an assigned member to confirm.
    /// </summary>
    /// <param name="since">Charters that passed before this time are left out.</param>
    public async Task<IReadOnlyList<CharterLine>> Wanting(
        Viewer viewer, DateTimeOffset now, DateTimeOffset since, DateTimeOffset until)
    {
        var today = StartOfToday(viewer, now);
        var lines = await Load(
            SeenBy(viewer).Where(charter => charter.SortAt < until
                && ((charter.Status == CharterStatus.Draft && (charter.Return ?? charter.SortAt) >= today)
                    || (charter.Status == CharterStatus.Scheduled && (charter.Return ?? charter.SortAt) >= today
                        && charter.Positions.Any(position => position.ConfirmedAt == null))
                    || (charter.Status == CharterStatus.Underway && charter.Return <= now)
                    || (CharterStates.AwaitingDeparture.Contains(charter.Status)
                        && charter.SortAt >= since && charter.Departure != null
                        && (charter.Return ?? charter.Departure) <= now)))
                .OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id).Take(Most), showsGuests: false);
        return
        [
            .. lines.Where(line => line.IsOverdue(now)),
            .. lines.Where(line => line.Charter.HasLapsed(now)),
            .. lines.Where(line => NeedsCrew(line.Charter, now)),
        ];
    }

    /// <summary>Past charters, latest first: all of them for the office, their own for the crew.</summary>
    public Task<IReadOnlyList<CharterLine>> Past(Viewer viewer, DateTimeOffset now, int skip, int count) => Load(
        SeenBy(viewer)
            .Where(Not(ToCome(viewer, now)))
            .Where(charter =>
                viewer.IsOffice || charter.Positions.Any(position => position.MemberId == viewer.MemberId))
            .OrderByDescending(charter => charter.SortAt).ThenByDescending(charter => charter.Id)
            .Skip(skip).Take(count));

    private IQueryable<Charter> SeenBy(Viewer viewer) =>
        viewer.May(Right.SeeDrafts)
            ? db.Charters.AsNoTracking()
            : db.Charters.AsNoTracking().Where(charter => charter.Status != CharterStatus.Draft);

    private static bool NeedsCrew(Charter charter, DateTimeOffset now) =>
        charter.Status == CharterStatus.Draft
            || (charter.Status == CharterStatus.Scheduled && !charter.HasLapsed(now)
                && charter.Positions.Any(position => position.ConfirmedAt is null));

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
            && ((charter.Return ?? charter.SortAt) >= today
                || charter.Status == CharterStatus.Boarding
                || charter.Status == CharterStatus.Underway
                || charter.Status == CharterStatus.Returned);
    }

    private static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private async Task<IReadOnlyList<CharterLine>> Load(IQueryable<Charter> wanted, bool showsGuests = true)
    {
        var currentGrace = grace ??= await OperatorDefaults.GraceOf(db);
        var charters = await wanted.ToListAsync();
        var ids = charters.ConvertAll(charter => charter.Id);
        var vesselIds = charters.Select(charter => charter.VesselId).Distinct().ToList();
        var memberIds = charters.SelectMany(charter => charter.Positions).Select(position => position.MemberId)
            .OfType<Guid>().Distinct().ToList();
        var vessels = (await db.Vessels.AsNoTracking().Where(row => vesselIds.Contains(row.Id)).ToListAsync())
            .ToDictionary(vessel => vessel.Id, vessel => vessel.Name);
        var names = await db.Members.AsNoTracking().Where(row => memberIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        var progress = await CountItems(ids);
        var guests = showsGuests ? await CharterView.CountGuests(db, ids) : [];
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

    /// <summary>Counts items in the database, without loading them.</summary>
    private async Task<Func<Guid, Phase, Progress>> CountItems(List<Guid> charterIds)
    {
        var counts = await (
            from list in db.Checklists
            where charterIds.Contains(list.CharterId)
            from item in list.Items
            group item by new { list.CharterId, list.Phase, item.State } into same
            select new { same.Key, Count = same.Count() }).ToDictionaryAsync(
                row => (row.Key.CharterId, row.Key.Phase, row.Key.State), row => row.Count);
        return (charter, phase) =>
        {
            return new(Of(ItemState.Pending), Of(ItemState.InProgress), Of(ItemState.Complete));
            int Of(ItemState state) => counts.GetValueOrDefault((charter, phase, state));
        };
    }

    private static Phase PhaseOf(CharterStatus status) => status switch
    {
        CharterStatus.Underway => Phase.Underway,
        CharterStatus.Returned or CharterStatus.Closed => Phase.PostReturn,
        _ => Phase.PreDeparture,
    };
}
