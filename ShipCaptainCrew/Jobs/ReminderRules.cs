using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Which reminders are due, charter by charter: the crew's letters and the guests' go by the same hours.
/// </summary>
public sealed class ReminderRules(AppDbContext db)
{
    /// <summary>Nobody has two letters of the same kind about a charter within this.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromHours(20);

    /// <summary>The earliest rule, the longest way from call time to departure, and an evening before.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(16);

    /// <summary>
    /// Those whose time has come, of charters whose call time has not; what is older than a missed duty may be is left
    /// out.
    /// </summary>
    public async Task<List<DueRule>> Due(DateTimeOffset now, CancellationToken cancel)
    {
        var until = now + Window;
        var charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(charter => CharterStates.AwaitingDeparture.Contains(charter.Status)
                && charter.SortAt > now && charter.SortAt <= until)
            .ToListAsync(cancel);
        if (charters.Count == 0) return [];
        var zone = await db.Zone(cancel);
        var byOrders = (await db.Orders(cancel)).ReminderHours;
        var byType = await db.CharterTypes.AsNoTracking()
            .ToDictionaryAsync(type => type.Id, type => type.ReminderHours, cancel);
        return
        [
            .. from charter in charters
               where charter.CallTime > now
               let call = charter.CallTime!.Value
               from hours in charter.ReminderHours ?? (charter.CharterTypeId is { } type ? byType[type] : null)
                   ?? byOrders
               let at = Reminders.DueAt(call, hours, zone)
               where at <= now && now - at <= JobRuns.CatchUp
               select new DueRule(charter, hours, at, LocalTime.DateOf(call, zone)),
        ];
    }
}

/// <summary>A rule whose time has come.</summary>
/// <param name="Charter">Without its places.</param>
/// <param name="At">When it was due (UTC).</param>
/// <param name="CallDate">The local date of call time, where the operator is: a charter that is moved is reminded of
/// anew.</param>
public sealed record DueRule(Charter Charter, int Hours, DateTimeOffset At, DateOnly CallDate)
{
    /// <summary>The key by which one person's letter is claimed.</summary>
    public string KeyFor(string rule, Guid? personId) =>
        $"{rule}|{Hours}h|{Charter.Id}|{personId}|{CallDate:yyyy-MM-dd}";
}
