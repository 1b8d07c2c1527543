using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
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
public sealed class Remind(ShipDb db, Change change, ReminderRules reminders, IStringLocalizer<Text> localizer) : IDuty
{
    public const string Rule = "reminder";
    private const string Suppressed = "reminder suppressed";

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
        var due = (await reminders.Due(now, cancel)).ToLookup(rule => rule.Charter.Id);
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
        var isTooClose = claimed.Any(nudge => nudge.Rule == Rule && nudge.At > now - ReminderRules.Apart);
        return rules.Where(rule => place.ClaimedAt < rule.At).OrderByDescending(rule => rule.At).ThenBy(rule => rule.Hours)
            .Select(rule => rule.KeyFor(Rule, place.MemberId))
            .Where(key => claimed.All(nudge => nudge.Key != key))
            .Select((key, i) => new Claim(key, place.CharterId, place.MemberId!.Value, Sends: i == 0 && !isTooClose));
    }

    private async Task<HashSet<Guid>> Wanting(IReadOnlyCollection<Guid> memberIds, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking().Where(member => memberIds.Contains(member.Id)).ToListAsync(cancel);
        return [.. members.Where(member => member.MayCome && member.Wants(LetterChoice.Reminders)).Select(member => member.Id)];
    }

    private sealed record Claim(string Key, Guid CharterId, Guid MemberId, bool Sends);
}
