using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Finds charters that exclude each other, with at most three queries. A plan that overlaps another one on its vessel
/// is refused, but a longer turnaround or a crew member on two boats can bring conflicts later.
/// </summary>
public sealed class Conflicts(AppDbContext db)
{
    private static readonly CharterStatus[] Planned =
        [CharterStatus.Draft, CharterStatus.Scheduled, CharterStatus.Boarding, CharterStatus.Underway];

    /// <summary>Conflicts of charters that depart in a time and are not over (UTC), next first.</summary>
    public async Task<IReadOnlyList<Conflict>> Between(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var earliest = from - Plan.LongestReach;
        var booked = await db.Charters.AsNoTracking()
            .Where(charter => charter.SortAt >= earliest && charter.SortAt < to
                && charter.Departure != null && Planned.Contains(charter.Status)
                && (charter.Return ?? charter.SortAt) > now)
            .OrderBy(charter => charter.SortAt)
            .Select(charter => new BookedTime
            {
                CharterId = charter.Id,
                VesselId = charter.VesselId,
                Status = charter.Status,
                Departure = charter.Departure!.Value,
                Return = charter.Return,
                TimeZone = charter.TimeZone,
                Crew = charter.Positions.Where(position => position.MemberId != null)
                    .Select(position => new BookedMember(position.MemberId!.Value, position.Role)).ToList(),
            }).ToListAsync();
        var vessels = await db.Vessels
            .Select(row => new { row.Id, row.Details.Name, row.Details.TurnaroundMinutes }).ToListAsync();
        var turnarounds = vessels.ToDictionary(row => row.Id, row => TimeSpan.FromMinutes(row.TurnaroundMinutes));
        var found = Among(booked, vesselId => turnarounds[vesselId]);
        if (found.Count == 0) return [];
        var ids = found.Select(conflict => conflict.MemberId).OfType<Guid>().Distinct().ToList();
        var names = await db.Members.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name })
            .ToDictionaryAsync(row => row.Id, row => row.Name);
        foreach (var vessel in vessels) names[vessel.Id] = vessel.Name;
        return [.. found.Select(conflict => conflict with
        {
            Name = names.GetValueOrDefault(conflict.MemberId ?? conflict.Second.VesselId, ""),
        })];
    }

    /// <summary>The conflicts among charters, without names.</summary>
    /// <param name="booked">By departure.</param>
    /// <param name="turnaround">What a vessel needs between charters.</param>
    public static IReadOnlyList<Conflict> Among(IReadOnlyList<BookedTime> booked, Func<Guid, TimeSpan> turnaround)
    {
        var ofVessels = booked.GroupBy(charter => charter.VesselId)
            .SelectMany(same => Pairs([.. same], turnaround(same.Key)))
            .Select(pair => new Conflict(pair.First, pair.Second, null, ""));
        var ofPeople = booked.SelectMany(charter => charter.Crew, (charter, member) => (charter, member.MemberId))
            .GroupBy(row => row.MemberId, row => row.charter)
            .SelectMany(same => Pairs([.. same], TimeSpan.Zero)
                .Where(pair => pair.First.VesselId != pair.Second.VesselId)
                .Select(pair => new Conflict(pair.First, pair.Second, same.Key, "")));
        return [.. ofVessels.Concat(ofPeople).OrderBy(conflict => conflict.Second.Departure)];
    }

    private static IEnumerable<(BookedTime First, BookedTime Second)> Pairs(
        IReadOnlyList<BookedTime> charters, TimeSpan between) =>
        from i in Enumerable.Range(0, charters.Count)
        from second in charters.Skip(i + 1)
        where second.Departure < charters[i].End + between
        select (charters[i], second);
}
