using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// One day's "permission to board, put to bed": which charters it is about. The rule that writes the letters and the
/// letters themselves ask the same.
/// </summary>
/// <param name="At">When it was due (UTC).</param>
public sealed record DailyEmailScope(DateTimeOffset At)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(72);

    public static DailyEmailScope Of(OutboxEmail email) => JsonSerializer.Deserialize<DailyEmailScope>(email.Facts)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Those that sail within three days.</summary>
    public IQueryable<Charter> ToBoard(AppDbContext db, DateTimeOffset now)
    {
        var until = At + Ahead;
        return db.Charters.AsNoTracking().Where(charter => CharterStates.AwaitingDeparture.Contains(charter.Status)
            && charter.SortAt > now && charter.SortAt <= until);
    }

    /// <summary>Those that sailed yesterday by the operator's calendar and are not closed.</summary>
    public IQueryable<Charter> ToPutToBed(AppDbContext db, TimeZoneInfo zone)
    {
        var yesterday = LocalTime.DateOf(At, zone).AddDays(-1);
        var from = At.AddDays(-3);
        return db.Charters.AsNoTracking()
            .Where(charter => (charter.Status == CharterStatus.Underway || charter.Status == CharterStatus.Returned)
            && charter.Date == yesterday && charter.SortAt >= from);
    }

    /// <summary>Who is aboard what between two instants.</summary>
    public static Task<List<CrewEngagement>> Engagements(
        AppDbContext db, DateTimeOffset begin, DateTimeOffset end, Guid? memberId, CancellationToken cancel)
    {
        var earliest = begin - Plan.LongestReach;
        var engagements = from charter in db.Charters
                          where charter.Status != CharterStatus.Cancelled && charter.Departure != null
                              && charter.SortAt >= earliest && charter.SortAt <= end
                              && (charter.SortAt >= begin || charter.Return >= begin)
                          from position in charter.Positions
                          where position.MemberId != null && (memberId == null || position.MemberId == memberId)
                          select new CrewEngagement(position.MemberId!.Value, charter.Id, charter.Departure!.Value,
                              charter.Return ?? charter.Departure!.Value);
        return engagements.ToListAsync(cancel);
    }
}
