using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Jobs.Duties;

/// <summary>
/// Asks the guests who have not signed yet, by the hours at which the crew is reminded. Each rule is claimed once for each guest, whether or not
/// it sends: of several due together one does, and none for who was added or asked within twenty hours.
/// </summary>
public sealed class ChaseWaivers(ShipDb db, Change change, ReminderRules reminders, IStringLocalizer<Text> localizer) : IDuty
{
    private const string Rule = "waiver";

    public async Task<string?> Do(Occurrence due, CancellationToken cancel)
    {
        if ((await Claims(due.Now, cancel)).Count == 0) return null;
        var asked = await change.Run(async by => Write(await Claims(by.At, cancel), by), cancel);
        return asked == 0 ? null : localizer["Guests asked to sign: {0}", asked].Value;
    }

    private int Write(IReadOnlyList<Claim> claims, By by)
    {
        foreach (var claim in claims)
        {
            db.Add(new Nudge(db.OperatorId, claim.Key, Rule, null, claim.Guest.CharterId, by.At));
            if (claim.Sends) db.Add(new Letter(WaiverAskLetter.Kind, claim.Key, by.At) { OperatorId = db.OperatorId, SubjectId = claim.Guest.Id, CharterId = claim.Guest.CharterId });
        }

        return claims.Count(claim => claim.Sends);
    }

    /// <summary>What is due by now and not claimed yet; the same few queries for any number of charters and guests.</summary>
    private async Task<List<Claim>> Claims(DateTimeOffset now, CancellationToken cancel)
    {
        var due = (await reminders.Due(now, cancel)).ToLookup(rule => rule.Charter.Id);
        var ids = (await db.WithWaiver([.. due.Select(rules => rules.First().Charter)], cancel)).Select(charter => charter.Id).ToList();
        if (ids.Count == 0) return [];
        var guests = await db.Guests.AsNoTracking().Where(Guest.Coming)
            .Where(guest => ids.Contains(guest.CharterId) && guest.Email != null && guest.WaiverId == null)
            .ToListAsync(cancel);
        var claimed = (await db.Nudges.Where(nudge => ids.Contains(nudge.CharterId!.Value) && nudge.Rule == Rule).Select(nudge => nudge.Key).ToListAsync(cancel)).ToHashSet();
        var since = now - ReminderRules.Apart;
        var told = (await db.Letters.Where(letter => letter.CreatedAt > since && letter.Kind == WaiverAskLetter.Kind).Select(letter => letter.SubjectId).ToListAsync(cancel)).ToHashSet();
        return [.. guests.SelectMany(guest => Claims(due[guest.CharterId], guest, claimed, guest.AddedAt > since || told.Contains(guest.Id)))];
    }

    private static IEnumerable<Claim> Claims(IEnumerable<DueRule> rules, Guest guest, HashSet<string> claimed, bool isTooClose) =>
        rules.Select(rule => rule.KeyFor(Rule, guest.Id)).Where(key => !claimed.Contains(key)).Select((key, i) => new Claim(key, guest, Sends: i == 0 && !isTooClose));

    private sealed record Claim(string Key, Guest Guest, bool Sends);
}
