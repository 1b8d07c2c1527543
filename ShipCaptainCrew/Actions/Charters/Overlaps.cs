using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Finds charters that overlap in time, on the same vessel or with the same crew.</summary>
public sealed class Overlaps(AppDbContext db)
{
    /// <summary>Refuses a plan when the vessel has another charter at that time, including her turnaround.</summary>
    public async Task<Refusal?> Of(Vessel vessel, Plan plan, Guid charterId)
    {
        if (plan.Departure is not { } departure) return null;
        return Clash(vessel, plan, await Near(departure, plan.Return ?? departure, Turnaround(vessel))
            .Where(charter => charter.VesselId == vessel.Id && charter.Id != charterId).ToListAsync());
    }

    /// <summary>
    /// Warns of each member who has another charter at the same time. Charters the viewer may not see are left out.
    /// </summary>
    public async Task<IReadOnlyList<Warning>> Of(
        Viewer viewer, IReadOnlyCollection<Member> members, Plan plan, Guid charterId)
    {
        if (members.Count == 0 || plan.Departure is not { } departure) return [];
        var ids = members.Select(member => (Guid?)member.Id).ToList();
        return Elsewhere(viewer, members, plan, await Near(departure, plan.Return ?? departure, TimeSpan.Zero)
            .Where(other => other.Id != charterId && other.Positions.Any(position => ids.Contains(position.MemberId)))
            .ToListAsync());
    }

    /// <summary>
    /// The vessel's and the member's charters from the first of these plans to the last, to check all plans with one
    /// query.
    /// </summary>
    public async Task<IReadOnlyList<Charter>> Around(Vessel vessel, Member? member, IReadOnlyCollection<Plan> plans)
    {
        var memberId = member?.Id;
        return plans.Min(plan => plan.Departure) is { } first
            && plans.Max(plan => plan.Return ?? plan.Departure) is { } last
            ? await Near(first, last, Turnaround(vessel))
                .Where(
                    other => other.VesselId == vessel.Id
                        || (memberId != null && other.Positions.Any(position => position.MemberId == memberId)))
                .ToListAsync()
            : [];
    }

    /// <summary>
    /// The vessel's and the member's other charters on the day of a plan. Charters the viewer may not see are left out.
    /// </summary>
    public async Task<(Availability Vessel, Availability Member)> OnDayOf(
        Viewer viewer, Vessel? vessel, Guid? memberId, RequestedPlan requested, Guid charterId)
    {
        var (plan, vesselId) = (requested.Plan, vessel?.Id);
        var (from, to) = (
            Earlier(plan.Departure, Midnight(plan.Date)), Later(plan.Return ?? plan.Departure, Midnight(plan.Date, 1)));
        var between = vessel is null ? TimeSpan.Zero : Turnaround(vessel);
        var others = (await Near(from, to, between)
            .Where(other => other.Id != charterId && (other.VesselId == vesselId
                || (memberId != null && other.Positions.Any(position => position.MemberId == memberId))))
            .ToListAsync()).FindAll(viewer.Sees);
        return (
            Availability.Of(others.Where(other => other.VesselId == vesselId), plan, between),
            Availability.Of(
                others.Where(other => memberId is { } id && other.PositionOf(id) is not null), plan, TimeSpan.Zero));

        DateTimeOffset Midnight(DateOnly date, int days = 0) =>
            LocalTime.Nearest(date.AddDays(days).ToDateTime(TimeOnly.MinValue), requested.Where.Zone);
    }

    public static Refusal? Clash(Vessel vessel, Plan plan, IEnumerable<Charter> others)
    {
        var conflict = others.FirstOrDefault(
            other => other.VesselId == vessel.Id && Meet(other.Plan, plan, Turnaround(vessel)));
        return conflict is null ? null : Refusal.Conflict(
            "vessel_overlap",
            new LocalizedText("{0} has “{1}” at that time, counting the {2} minutes she needs between charters.",
                vessel.Name, conflict.Title, vessel.Details.TurnaroundMinutes),
            ("conflicts_with", new Conflicting(conflict.Id, conflict.Title)));
    }

    public static IReadOnlyList<Warning> Elsewhere(
        Viewer viewer, IReadOnlyCollection<Member> members, Plan plan, IEnumerable<Charter> others) =>
    [
        .. from other in others
           where viewer.Sees(other) && Meet(other.Plan, plan, TimeSpan.Zero)
           from member in members
           where other.PositionOf(member.Id) is not null
           select new Warning(
               "person_overlap", new LocalizedText("{0} is also on “{1}” at that time.", member.Name, other.Title)),
    ];

    /// <summary>Whether two plans overlap, or are less than a span apart. False when either has no departure.</summary>
    public static bool Meet(Plan one, Plan other, TimeSpan between) =>
        one.Departure - between < (other.Return ?? other.Departure)
            && other.Departure < (one.Return ?? one.Departure) + between;

    public static TimeSpan Turnaround(Vessel vessel) => TimeSpan.FromMinutes(vessel.Details.TurnaroundMinutes);

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    private IQueryable<Charter> Near(DateTimeOffset from, DateTimeOffset to, TimeSpan margin)
    {
        var (earliest, latest) = (from - Plan.LongestReach - margin, to + margin);
        return db.Charters.AsNoTracking()
            .Where(charter => charter.Status != CharterStatus.Cancelled
                && charter.Departure != null
                && charter.SortAt >= earliest
                && charter.SortAt <= latest);
    }
}
