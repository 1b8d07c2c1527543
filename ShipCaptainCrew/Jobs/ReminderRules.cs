using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>Finds the reminders that are due, for crew and guests at the same hours before call time.</summary>
public sealed class ReminderRules(AppDbContext db)
{
    /// <summary>The minimum time between two emails of the same kind to one person about one charter.</summary>
    public static readonly TimeSpan MinimumGap = TimeSpan.FromHours(20);

    /// <summary>The longest time from call time to departure.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromDays(1);

    /// <summary>More than a reminder that is due at night is moved to the evening before.</summary>
    private static readonly TimeSpan LongestMove = TimeSpan.FromDays(1);

    /// <summary>The rules found last for all operators; two jobs of the same minute ask for them.</summary>
    private (DateTimeOffset At, List<DueRule> Rules) foundForAll = (default, []);

    /// <summary>
    /// The current operator's rules that are due for charters before their call time, except those due longer ago than
    /// <see cref="JobRuns.CatchUp"/>.
    /// </summary>
    public Task<List<DueRule>> Due(DateTimeOffset now, CancellationToken cancel) =>
        Due(db.Charters, new(db.Operators.Where(row => row.Id == db.OperatorId), db.StandingOrders, db.CharterTypes),
            now, cancel);

    /// <summary>As <see cref="Due(DateTimeOffset, CancellationToken)"/>, for all operators.</summary>
    public async Task<List<DueRule>> DueForAll(DateTimeOffset now, CancellationToken cancel)
    {
        if (foundForAll.At != now)
        {
            var settings = new ReminderSettings(
                db.Operators, db.AcrossOperators<StandingOrders>(), db.AcrossOperators<CharterType>());
            foundForAll = (now, await Due(db.AcrossOperators<Charter>(), settings, now, cancel));
        }

        return foundForAll.Rules;
    }

    private static async Task<List<DueRule>> Due(
        IQueryable<Charter> charters, ReminderSettings settings, DateTimeOffset now, CancellationToken cancel)
    {
        await settings.Load(cancel);
        var usualUntil = now + TimeSpan.FromHours(settings.MostHours) + LongestCall + LongestMove;
        var until = now + TimeSpan.FromHours(Reminders.MostHours) + LongestCall + LongestMove;
        var planned = await charters.IgnoreAutoIncludes()
            .Where(charter => CharterStates.AwaitingDeparture.Contains(charter.Status)
                && charter.SortAt > now && charter.SortAt <= until
                && (charter.SortAt <= usualUntil || charter.ReminderHours != null))
            .Select(charter => new
            {
                charter.OperatorId,
                charter.Id,
                charter.CharterTypeId,
                charter.Departure,
                charter.Schedule,
                charter.ReminderHours,
            }).ToListAsync(cancel);
        return
        [
            .. from charter in planned
               let call = Charter.CallTimeOf(charter.Departure, charter.Schedule)
               where call > now
               from hours in charter.ReminderHours ?? settings.HoursFor(charter.OperatorId, charter.CharterTypeId)
               let inPlainHours = call.Value.AddHours(-hours)
               where inPlainHours - LongestMove <= now && now - inPlainHours <= JobRuns.CatchUp
               let zone = settings.ZoneOf(charter.OperatorId)
               let at = Reminders.DueAt(call.Value, hours, zone)
               where at <= now && now - at <= JobRuns.CatchUp
               select new DueRule
               {
                   OperatorId = charter.OperatorId,
                   CharterId = charter.Id,
                   CharterTypeId = charter.CharterTypeId,
                   Hours = hours,
                   At = at,
                   CallDate = LocalTime.DateOf(call.Value, zone),
               },
        ];
    }
}
