using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Jobs.Duties;

/// <summary>
/// Asks the guests who have not signed yet, by the same rules as the crew is reminded: so many hours before call time, never at night where the
/// operator is. Each asking is claimed by a nudge in the letter's own transaction.
/// </summary>
public sealed class ChaseWaivers(ShipDb db, Change change) : IDuty
{
    /// <summary>What comes later than this, after the ship was down, is not sent any more.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromHours(12);

    /// <summary>Nobody is asked twice within this.</summary>
    private static readonly TimeSpan Peace = TimeSpan.FromHours(20);

    private static readonly TimeSpan Ahead = TimeSpan.FromHours(336 + 24);

    public async Task<string?> Do(Occurrence due, CancellationToken cancel)
    {
        var rounds = await Due(due, cancel);
        var asked = rounds.Count == 0 ? 0 : await change.Run(async _ => await AskAll(rounds, due, cancel), cancel);
        return asked == 0 ? null : asked == 1 ? "1 guest asked to sign" : $"{asked} guests asked to sign";
    }

    /// <summary>The charters at one of whose hours it is now, and that hour.</summary>
    private async Task<List<(Charter Charter, int Hours)>> Due(Occurrence due, CancellationToken cancel)
    {
        var until = due.Now + Ahead;
        var charters = await db.Charters.AsNoTracking()
            .Where(row => (row.Status == CharterStatus.Scheduled || row.Status == CharterStatus.Boarding) && row.SortAt > due.Now && row.SortAt < until).ToListAsync(cancel);
        if (charters.Count == 0) return [];
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await db.Operators.AsNoTracking().FirstAsync(row => row.Id == due.OperatorId, cancel)).TimeZone);
        var orders = (await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync(cancel))?.Details ?? StandingOrdersDetails.Usual;
        var types = await db.CharterTypes.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.ReminderHours, cancel);
        return
        [
            .. from charter in charters
               where charter.CallTime is not null
               let call = charter.CallTime.GetValueOrDefault()
               from hours in charter.ReminderHours ?? types.GetValueOrDefault(charter.CharterTypeId ?? Guid.Empty) ?? orders.ReminderHours
               where Reminders.DueAt(call, hours, zone) is var at && at <= due.Now && due.Now < at + Late
               select (charter, hours),
        ];
    }

    private async Task<int> AskAll(List<(Charter Charter, int Hours)> rounds, Occurrence due, CancellationToken cancel)
    {
        var asked = 0;
        foreach (var (charter, hours) in rounds)
        {
            if (await db.WaiverOf(charter, cancel) is not null) asked += await Ask(charter, hours, due, cancel);
        }

        return asked;
    }

    /// <summary>Who was added or asked just now need not be asked again at this hour.</summary>
    private async Task<int> Ask(Charter charter, int hours, Occurrence due, CancellationToken cancel)
    {
        var since = due.Now - Peace;
        var guests = await db.Guests.AsNoTracking().Where(row => row.CharterId == charter.Id && row.Email != null && row.WaiverId == null && row.IsPlaced && row.NoShowAt == null).ToListAsync(cancel);
        var told = await db.Letters.Where(row => row.CharterId == charter.Id && row.Kind == WaiverAskLetter.Kind && row.CreatedAt > since).Select(row => row.SubjectId).ToListAsync(cancel);
        var asked = 0;
        foreach (var guest in guests)
        {
            var key = $"waiver|{hours}h|{charter.Id}|{guest.Id}|{charter.Date:yyyy-MM-dd}";
            if (await db.Set<Nudge>().FindAsync([db.OperatorId, key], cancel) is not null) continue;
            db.Add(new Nudge(db.OperatorId, key, "waiver", null, charter.Id, due.Now));
            if (guest.AddedAt > since || told.Contains(guest.Id) || db.ChangeTracker.Entries<Letter>().Any(entry => entry.Entity.SubjectId == guest.Id)) continue;
            db.Add(Letter(guest, key, due));
            asked++;
        }

        return asked;
    }

    private static Letter Letter(Guest guest, string key, Occurrence due) => new(WaiverAskLetter.Kind, key, due.Now)
    {
        OperatorId = guest.OperatorId,
        SubjectId = guest.Id,
        CharterId = guest.CharterId,
    };
}
