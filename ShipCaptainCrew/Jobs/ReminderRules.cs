using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>Finds the reminders that are due, for crew and guests at the same hours before call time.</summary>
public sealed class ReminderRules(AppDbContext db)
{
    /// <summary>The minimum time between two emails of the same kind to one person about one charter.</summary>
    public static readonly TimeSpan MinimumGap = TimeSpan.FromHours(20);

    /// <summary>
    /// How far ahead to look: the earliest rule, the longest time from call time to departure, and a move to the
    /// evening before.
    /// </summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(16);

    /// <summary>
    /// The rules that are due for charters before their call time, except those due longer ago than
    /// <see cref="JobRuns.CatchUp"/>.
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
        var defaultHours = (await db.Orders(cancel)).ReminderHours;
        var hoursByType = await db.CharterTypes.AsNoTracking()
            .ToDictionaryAsync(type => type.Id, type => type.ReminderHours, cancel);
        return
        [
            .. from charter in charters
               where charter.CallTime > now
               let call = charter.CallTime!.Value
               from hours in charter.ReminderHours
                   ?? (charter.CharterTypeId is { } type ? hoursByType[type] : null)
                   ?? defaultHours
               let at = Reminders.DueAt(call, hours, zone)
               where at <= now && now - at <= JobRuns.CatchUp
               select new DueRule(charter, hours, at, LocalTime.DateOf(call, zone)),
        ];
    }
}
