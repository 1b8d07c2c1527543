using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Asks guests who have not signed their waiver, at the same hours before call time at which the crew is reminded. Each
/// rule is claimed once per guest, whether or not it sends an email: of several due together only one sends, and none
/// sends to a guest who was added or asked in the last 20 hours. Mailboxes that turned reminders off get none, and no
/// mailbox gets more requests than <see cref="MailboxCounts.Requests"/> in a day. What this stops is not claimed, and
/// is sent once there are fewer, as long as the rule is due.
/// </summary>
public sealed class RemindUnsignedGuests(
    AppDbContext db, Change change, ReminderRules reminders, IStringLocalizer<Text> localizer) : IJob
{
    private const string Rule = "waiver";

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        if ((await Permitted(due.Now, cancel)).Count == 0) return null;
        var asked = await change.Run(async actor => Write(await Permitted(actor.At, cancel), actor), cancel);
        return asked == 0 ? null : localizer["Guests asked to sign: {0}", asked].Value;
    }

    private int Write(IReadOnlyList<Claim> claims, Actor actor)
    {
        foreach (var claim in claims)
        {
            db.Add(new NotificationClaim(db.OperatorId, claim.Key, Rule, null, claim.Guest.CharterId, actor.At));
            if (claim.Sends) db.Add(Reminder(claim, actor));
        }

        return claims.Count(claim => claim.Sends);
    }

    /// <summary>The claims without those whose email the limit of its mailbox stops.</summary>
    private async Task<IReadOnlyList<Claim>> Permitted(DateTimeOffset now, CancellationToken cancel)
    {
        var claims = await Claims(now, cancel);
        if (claims.Count == 0) return claims;
        var (counts, permitted) = (new MailboxCounts(db, now), new List<Claim>());
        await counts.Load(WaiverRequestEmail.Kind, [.. claims.Select(claim => claim.Mailbox).Distinct()], cancel);
        foreach (var claim in claims)
        {
            if (!claim.Sends
                || await counts.TryAdd(WaiverRequestEmail.Kind, claim.Mailbox, MailboxCounts.Requests, cancel))
                permitted.Add(claim);
        }

        return permitted;
    }

    private OutboxEmail Reminder(Claim claim, Actor actor) => new(WaiverRequestEmail.Kind, claim.Key, actor.At)
    {
        OperatorId = db.OperatorId,
        SubjectId = claim.Guest.Id,
        CharterId = claim.Guest.CharterId,
        Mailbox = claim.Mailbox,
        Facts = new WaiverRequestFacts(Reminder: true).ToJson(),
    };

    /// <summary>
    /// The reminders that are due and not claimed yet. The number of queries does not depend on how many charters or
    /// guests there are.
    /// </summary>
    private async Task<List<Claim>> Claims(DateTimeOffset now, CancellationToken cancel)
    {
        var due = (await reminders.Due(now, cancel)).ToLookup(rule => rule.Charter.Id);
        var charters = await db.WithWaiver([.. due.Select(rules => rules.First().Charter)], cancel);
        var ids = charters.Select(charter => charter.Id).ToList();
        if (ids.Count == 0) return [];
        var guests = await db.Guests.AsNoTracking().Where(Guest.Coming)
            .Where(guest => ids.Contains(guest.CharterId) && guest.Email != null && guest.WaiverId == null)
            .OrderBy(guest => guest.AddedAt).ThenBy(guest => guest.Id).ToListAsync(cancel);
        guests = await WithoutStopped(guests, cancel);
        var claimed = await db.NotificationClaims
            .Where(claim => ids.Contains(claim.CharterId!.Value) && claim.Rule == Rule)
            .Select(claim => claim.Key).ToHashSetAsync(cancel);
        var since = now - ReminderRules.MinimumGap;
        var recentlyAsked = await db.Outbox
            .Where(email => email.CreatedAt > since && email.Kind == WaiverRequestEmail.Kind)
            .Select(email => email.SubjectId).ToHashSetAsync(cancel);
        return guests.SelectMany(ClaimsOf).ToList();

        IEnumerable<Claim> ClaimsOf(Guest guest)
        {
            var isTooClose = guest.AddedAt > since || recentlyAsked.Contains(guest.Id);
            return Claims(due[guest.CharterId], guest, claimed, isTooClose);
        }
    }

    /// <summary>The guests whose mailboxes have not turned reminders off.</summary>
    private async Task<List<Guest>> WithoutStopped(List<Guest> guests, CancellationToken cancel)
    {
        var mailboxes = guests.Select(guest => MailboxId.Of(guest.Email!)).ToHashSet();
        var stopped = await db.ReminderStops
            .Where(stop => mailboxes.Contains(stop.Mailbox))
            .Select(stop => stop.Mailbox).ToHashSetAsync(cancel);
        return [.. guests.Where(guest => !stopped.Contains(MailboxId.Of(guest.Email!)))];
    }

    private static IEnumerable<Claim> Claims(
        IEnumerable<DueRule> rules, Guest guest, HashSet<string> claimed, bool isTooClose) =>
        rules
            .Select(rule => rule.KeyFor(Rule, guest.Id))
            .Where(key => !claimed.Contains(key))
            .Select((key, i) => new Claim(key, guest, Sends: i == 0 && !isTooClose));

    private sealed record Claim(string Key, Guest Guest, bool Sends)
    {
        public Guid Mailbox { get; } = MailboxId.Of(Guest.Email!);
    }
}
