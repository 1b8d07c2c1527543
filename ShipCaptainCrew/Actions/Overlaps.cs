using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions;

/// <summary>Finds what a charter collides with: the same vessel's other charters, and a person's.</summary>
public sealed class Overlaps(ShipDb db)
{
    /// <summary>Longest charter there can be, so that an index range finds every neighbour.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(15);

    /// <summary>The vessel is elsewhere then, her turnaround included.</summary>
    public async Task<Refusal?> Of(Vessel vessel, Plan plan, Guid charterId)
    {
        if (plan.Departure is not { } departure) return null;
        var turnaround = TimeSpan.FromMinutes(vessel.Details.TurnaroundMinutes);
        var other = (await Near(departure, plan.Return ?? departure, turnaround).Where(charter => charter.VesselId == vessel.Id && charter.Id != charterId).ToListAsync())
            .Find(charter => Meet(charter.Departure!.Value - turnaround, End(charter) + turnaround, departure, plan.Return ?? departure));
        return other is null ? null : Refusal.Conflict(
            "vessel_overlap",
            new Words("{0} has “{1}” at that time, counting the {2} minutes she needs between charters.", vessel.Name, other.Title, vessel.Details.TurnaroundMinutes),
            ("conflicts_with", new Conflicting(other.Id, other.Title)));
    }

    /// <summary>Whoever of these members has another charter at the same time, in words. It names no charter that the viewer may not see.</summary>
    public async Task<IReadOnlyList<Warning>> Of(Viewer viewer, IReadOnlyCollection<Member> members, Charter charter)
    {
        if (charter.Departure is not { } departure) return [];
        var ids = members.Select(member => (Guid?)member.Id).ToList();
        var others = await Near(departure, End(charter), TimeSpan.Zero)
            .Where(other => other.Id != charter.Id && other.Places.Any(place => ids.Contains(place.MemberId))).ToListAsync();
        return [.. from other in others
                   where viewer.Sees(other) && Meet(other.Departure!.Value, End(other), departure, End(charter))
                   from member in members
                   where other.PlaceOf(member.Id) is not null
                   select new Warning("person_overlap", new Words("{0} also crews “{1}” at that time.", member.Name, other.Title))];
    }

    private IQueryable<Charter> Near(DateTimeOffset from, DateTimeOffset to, TimeSpan margin)
    {
        var (earliest, latest) = (from - Longest - margin, to + margin);
        return db.Charters.AsNoTracking().Where(charter => charter.Status != CharterStatus.Cancelled && charter.Departure != null
            && charter.SortAt >= earliest && charter.SortAt <= latest);
    }

    private static DateTimeOffset End(Charter charter) => charter.Return ?? charter.Departure!.Value;

    private static bool Meet(DateTimeOffset from, DateTimeOffset to, DateTimeOffset otherFrom, DateTimeOffset otherTo) =>
        from < otherTo && otherFrom < to;
}

public sealed record Conflicting(Guid Id, string Title);
