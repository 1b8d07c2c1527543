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

/// <summary>What a list shows of one charter.</summary>
public sealed record CharterLine
{
    public required Charter Charter { get; init; }

    public required string Vessel { get; init; }

    /// <summary>Of the checklists that matter now: before departure, under way, or after return.</summary>
    public required Progress Progress { get; init; }

    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>How many are listed, have signed, are aboard.</summary>
    public required GuestCount Guests { get; init; }

    public required TimeSpan Grace { get; init; }

    /// <summary>What its clock counts, on the days it matters: its own, and while it is out.</summary>
    public Countdown? CountdownAt(DateTimeOffset now) =>
        Charter.Date == LocalTime.DateOf(now, Charter.Zone) || Charter.Status == CharterStatus.Underway
            ? CharterTiming.Of(Charter, null, now, Grace).Main : null;

    public bool IsOverdue(DateTimeOffset now) => Charter.IsOverdue(now, Grace);

    public string NameOf(Guid? memberId) => memberId is { } id && Names.TryGetValue(id, out var name) ? name : "";
}

/// <summary>
/// Charters as lists show them, by a fixed number of queries however many there are. Nobody is shown what they may not
/// see.
/// </summary>
public sealed class CharterList(AppDbContext db)
{
    private const int Most = 100;

    private TimeSpan? grace;

    public Task<IReadOnlyList<CharterLine>> Between(Viewer viewer, DateOnly from, DateOnly to, Guid? vesselId) => Load(
        SeenBy(viewer)
            .Where(
                charter => charter.Date >= from && charter.Date <= to
                    && (vesselId == null || charter.VesselId == vesselId))
            .OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id));

    /// <summary>Those still to come on which the viewer has a place, or may claim one; the next first.</summary>
    public Task<IReadOnlyList<CharterLine>> Mine(Viewer viewer, DateTimeOffset now) => Load(
        SeenBy(viewer).Where(ToCome(viewer, now)).Where(charter =>
                charter.Positions.Any(position => position.MemberId == viewer.MemberId)
                || (CharterStates.AwaitingDeparture.Contains(charter.Status)
                    && charter.Positions.Any(
                        position => position.MemberId == null && viewer.Qualifications.Contains(position.Role))))
            .OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id).Take(Most));

    /// <summary>
    /// Those that want something of the office: the overdue first, then what is over without a word that it sailed,
    /// then of the coming weeks what is to be published, crewed, or agreed to by somebody assigned.
    /// </summary>
    /// <param name="since">What was over before is not asked about any more.</param>
    public async Task<IReadOnlyList<CharterLine>> Wanting(
        Viewer viewer, DateTimeOffset now, DateTimeOffset since, DateTimeOffset until)
    {
        var today = Begun(viewer, now);
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
        return [.. lines.Where(line => line.IsOverdue(now)), .. lines.Where(line => line.Charter.HasLapsed(now)),
            .. lines.Where(line => WantsCrew(line.Charter, now))];
    }

    /// <summary>Those that are over, the last first: all of them for the office, their own for the crew.</summary>
    public Task<IReadOnlyList<CharterLine>> Past(Viewer viewer, DateTimeOffset now, int skip, int count) => Load(
        SeenBy(viewer).Where(Not(ToCome(viewer, now)))
            .Where(
                charter => viewer.IsOffice || charter.Positions.Any(position => position.MemberId == viewer.MemberId))
            .OrderByDescending(charter => charter.SortAt).ThenByDescending(charter => charter.Id).Skip(skip)
            .Take(count));

    private IQueryable<Charter> SeenBy(Viewer viewer) =>
        viewer.May(Right.SeeDrafts)
            ? db.Charters.AsNoTracking()
            : db.Charters.AsNoTracking().Where(charter => charter.Status != CharterStatus.Draft);

    private static bool WantsCrew(Charter charter, DateTimeOffset now) =>
        charter.Status == CharterStatus.Draft
            || (charter.Status == CharterStatus.Scheduled && !charter.HasLapsed(now)
                && charter.Positions.Any(position => position.ConfirmedAt is null));

    /// <summary>When the viewer's day began.</summary>
    private static DateTimeOffset Begun(Viewer viewer, DateTimeOffset now) =>
        LocalTime.Nearest(LocalTime.DateOf(now, viewer.Zone).ToDateTime(TimeOnly.MinValue), viewer.Zone);

    /// <summary>
    /// Not over before today began, nor closed; whatever is still boarding, out, or to be put to bed is not over.
    /// </summary>
    private static Expression<Func<Charter, bool>> ToCome(Viewer viewer, DateTimeOffset now)
    {
        var today = Begun(viewer, now);
        return charter => charter.Status != CharterStatus.Closed && ((charter.Return ?? charter.SortAt) >= today
            || charter.Status == CharterStatus.Boarding || charter.Status == CharterStatus.Underway
            || charter.Status == CharterStatus.Returned);
    }

    private static Expression<Func<T, bool>> Not<T>(Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private async Task<IReadOnlyList<CharterLine>> Load(IQueryable<Charter> wanted, bool showsGuests = true)
    {
        var allowed = grace ??= await OperatorDefaults.GraceOf(db);
        var charters = await wanted.ToListAsync();
        var (ids, vesselIds) = (charters.ConvertAll(charter => charter.Id),
            charters.Select(charter => charter.VesselId).Distinct().ToList());
        var memberIds = charters.SelectMany(charter => charter.Positions).Select(position => position.MemberId)
            .OfType<Guid>().Distinct().ToList();
        var vessels =
            (await db.Vessels.AsNoTracking().Where(row => vesselIds.Contains(row.Id)).ToListAsync()).ToDictionary(
                vessel => vessel.Id, vessel => vessel.Name);
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
            Grace = allowed,
        })];
    }

    /// <summary>Counts in the database: of a hundred charters' items not one is read.</summary>
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
