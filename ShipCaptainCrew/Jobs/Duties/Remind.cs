using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Jobs.Duties;

/// <summary>
/// Reminds everyone aboard, so many hours before call time. Each rule is claimed once for each person and charter, whether or not it sends: of
/// several due together the last one does, and none within twenty hours of the one before.
/// </summary>
public sealed class Remind(ShipDb db, Change change, StandingOrdersActions orders, IStringLocalizer<Text> localizer) : IDuty
{
    public const string Rule = "reminder";
    private const string Suppressed = "reminder suppressed";

    /// <summary>The earliest rule, the longest way from call time to departure, and an evening before.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(16);

    private static readonly TimeSpan Apart = TimeSpan.FromHours(20);

    public async Task<string?> Do(Occurrence due, CancellationToken cancel)
    {
        if ((await Claims(due.Now, cancel)).Count == 0) return null;
        var (sent, suppressed) = await change.Run(async by => Write(await Claims(by.At, cancel), by), cancel);
        return (sent, suppressed) switch
        {
            (0, 0) => null,
            (_, 0) => localizer["Reminders written: {0}", sent].Value,
            _ => localizer["Reminders written: {0}; left out, being close to another: {1}", sent, suppressed].Value,
        };
    }

    private (int Sent, int Suppressed) Write(IReadOnlyList<Claim> claims, By by)
    {
        foreach (var claim in claims)
        {
            db.Add(new Nudge(db.OperatorId, claim.Key, claim.Sends ? Rule : Suppressed, claim.MemberId, claim.CharterId, by.At));
            if (claim.Sends) db.Add(new Letter(ReminderLetter.Kind, $"{db.OperatorId}|{claim.Key}", by.At) { OperatorId = db.OperatorId, MemberId = claim.MemberId, CharterId = claim.CharterId });
        }

        return (claims.Count(claim => claim.Sends), claims.Count(claim => !claim.Sends));
    }

    /// <summary>What is due by now and not claimed yet.</summary>
    private async Task<List<Claim>> Claims(DateTimeOffset now, CancellationToken cancel)
    {
        var due = (await Due(now, cancel)).ToLookup(rule => rule.CharterId);
        if (due.Count == 0) return [];
        var charterIds = due.Select(rules => rules.Key).ToList();
        var places = await db.Set<Place>().AsNoTracking().Where(place => charterIds.Contains(place.CharterId) && place.MemberId != null).ToListAsync(cancel);
        var wanting = await Wanting([.. places.Select(place => place.MemberId!.Value)], cancel);
        var claimed = (await db.Nudges.AsNoTracking().Where(nudge => charterIds.Contains(nudge.CharterId!.Value) && (nudge.Rule == Rule || nudge.Rule == Suppressed)).ToListAsync(cancel))
            .ToLookup(nudge => (nudge.CharterId, nudge.MemberId));
        return
        [
            .. from place in places
               where wanting.Contains(place.MemberId!.Value)
               from claim in Claims([.. due[place.CharterId]], place, [.. claimed[(place.CharterId, place.MemberId)]], now)
               select claim,
        ];
    }

    /// <summary>Who claimed the place after a rule was due has just had a letter.</summary>
    private static IEnumerable<Claim> Claims(IReadOnlyList<DueRule> rules, Place place, IReadOnlyList<Nudge> claimed, DateTimeOffset now)
    {
        var isTooClose = claimed.Any(nudge => nudge.Rule == Rule && nudge.At > now - Apart);
        return rules.Where(rule => place.ClaimedAt < rule.At).OrderByDescending(rule => rule.At).ThenBy(rule => rule.Hours)
            .Select(rule => $"{Rule}|{rule.Hours}h|{place.CharterId}|{place.MemberId}|{rule.CallDate:yyyy-MM-dd}")
            .Where(key => claimed.All(nudge => nudge.Key != key))
            .Select((key, i) => new Claim(key, place.CharterId, place.MemberId!.Value, Sends: i == 0 && !isTooClose));
    }

    private async Task<List<DueRule>> Due(DateTimeOffset now, CancellationToken cancel)
    {
        var until = now + Window;
        var charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(charter => (charter.Status == CharterStatus.Scheduled || charter.Status == CharterStatus.Boarding) && charter.SortAt > now && charter.SortAt <= until)
            .ToListAsync(cancel);
        if (charters.Count == 0) return [];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Operators.Where(house => house.Id == db.OperatorId).Select(house => house.TimeZone).FirstAsync(cancel));
        var byOrders = (await orders.Now()).ReminderHours;
        var byType = await db.CharterTypes.AsNoTracking().ToDictionaryAsync(type => type.Id, type => type.ReminderHours, cancel);
        return
        [
            .. from charter in charters
               where charter.CallTime > now
               let call = charter.CallTime!.Value
               from hours in charter.ReminderHours ?? (charter.CharterTypeId is { } type ? byType[type] : null) ?? byOrders
               let at = Reminders.DueAt(call, hours, zone)
               where at <= now && now - at <= DutyBook.CatchUp
               select new DueRule(charter.Id, hours, at, LocalTime.DateOf(call, zone)),
        ];
    }

    private async Task<HashSet<Guid>> Wanting(IReadOnlyCollection<Guid> memberIds, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking().Where(member => memberIds.Contains(member.Id)).ToListAsync(cancel);
        return [.. members.Where(member => member.MayCome && member.Wants(LetterChoice.Reminders)).Select(member => member.Id)];
    }

    /// <summary>A rule whose time has come.</summary>
    private sealed record DueRule(Guid CharterId, int Hours, DateTimeOffset At, DateOnly CallDate);

    private sealed record Claim(string Key, Guid CharterId, Guid MemberId, bool Sends);
}
