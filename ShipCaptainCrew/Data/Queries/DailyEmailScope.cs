using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// Which charters the daily "permission to board, put to bed" emails of one day are about. Both the job that creates
/// the emails and the emails themselves use it.
/// </summary>
/// <param name="At">When the daily run was due (UTC).</param>
public sealed record DailyEmailScope(DateTimeOffset At)
{
    private static readonly TimeSpan BoardingWindow = TimeSpan.FromHours(72);

    public static DailyEmailScope Of(OutboxEmail email) => JsonSerializer.Deserialize<DailyEmailScope>(email.Facts)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The charters that depart within three days.</summary>
    public IQueryable<Charter> ToBoard(AppDbContext db, DateTimeOffset now)
    {
        var until = At + BoardingWindow;
        return db.Charters.AsNoTracking().Where(charter => CharterStates.AwaitingDeparture.Contains(charter.Status)
            && charter.SortAt > now && charter.SortAt <= until);
    }

    /// <summary>The charters that departed yesterday in the operator's time zone and are not closed.</summary>
    public IQueryable<Charter> ToPutToBed(AppDbContext db, TimeZoneInfo zone)
    {
        var yesterday = LocalTime.DateOf(At, zone).AddDays(-1);
        var from = At.AddDays(-3);
        return db.Charters.AsNoTracking()
            .Where(charter => (charter.Status == CharterStatus.Underway || charter.Status == CharterStatus.Returned)
                && charter.Date == yesterday && charter.SortAt >= from);
    }

    /// <summary>Which members have positions on charters between two instants.</summary>
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
