using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
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
    AppDbContext db, Change change, ReminderRules reminders, IStringLocalizer<Text> localizer)
    : ISelectiveJob
{
    private const string Rule = "waiver";

    public async Task<IReadOnlyCollection<Guid>> OperatorsDue(DateTimeOffset now, CancellationToken cancel)
    {
        var rules = await reminders.DueForAll(now, cancel);
        if (rules.Count == 0) return [];
        var types = db.AcrossOperators<CharterType>();
        var unclaimed = await Unclaimed(
            await WithWaiver(rules, db.AcrossOperators<WaiverTemplate>(), types, cancel),
            db.AcrossOperators<ReminderStop>(), cancel);
        return unclaimed.Select(claim => claim.Guest.OperatorId).ToHashSet();
    }

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
        var rules = await reminders.Due(now, cancel);
        if (rules.Count == 0) return [];
        var unclaimed = await Unclaimed(
            await WithWaiver(rules, db.WaiverTemplates, db.CharterTypes, cancel), db.ReminderStops, cancel);
        if (unclaimed.Count == 0) return [];
        var since = now - ReminderRules.MinimumGap;
        var recentlyAsked = await db.Outbox
            .Where(email => email.CreatedAt > since && email.Kind == WaiverRequestEmail.Kind)
            .Select(email => email.SubjectId).ToHashSetAsync(cancel);
        return unclaimed.ConvertAll(claim => claim with
        {
            Sends = claim.Sends && claim.Guest.AddedAt <= since && !recentlyAsked.Contains(claim.Guest.Id),
        });
    }

    /// <summary>
    /// The claims to write, of which the first for each guest sends an email. Guests whose mailboxes have turned
    /// reminders off are left out.
    /// </summary>
    private async Task<List<Claim>> Unclaimed(
        List<DueRule> rules, IQueryable<ReminderStop> stops, CancellationToken cancel)
    {
        if (rules.Count == 0) return [];
        var due = rules.ToLookup(rule => rule.CharterId);
        var charters = rules.Select(rule => rule.Charter).Distinct().ToList();
        var guests = await db.GuestsOf(charters).Where(Guest.Coming)
            .Where(guest => guest.Email != null && guest.WaiverId == null)
            .OrderBy(guest => guest.AddedAt).ThenBy(guest => guest.Id)
            .Select(guest => new GuestToAsk(guest.OperatorId, guest.CharterId, guest.Id, guest.Email!, guest.AddedAt))
            .ToListAsync(cancel);
        var claimed = await db.ClaimsOf(charters).Where(claim => claim.Rule == Rule)
            .Select(claim => claim.Key).ToHashSetAsync(cancel);
        var claims = guests.SelectMany(guest => Claims(due[guest.CharterId], guest, claimed)).ToList();
        if (claims.Count == 0) return [];
        var mailboxes = claims.Select(claim => claim.Mailbox).ToHashSet();
        var stopped = await stops.Where(stop => mailboxes.Contains(stop.Mailbox))
            .Select(stop => new { stop.OperatorId, stop.Mailbox }).ToHashSetAsync(cancel);
        return claims.FindAll(claim => !stopped.Contains(new { claim.Guest.OperatorId, claim.Mailbox }));
    }

    /// <summary>
    /// The rules for charters whose guests have a waiver to sign: their type's, else any of the operator's.
    /// </summary>
    private static async Task<List<DueRule>> WithWaiver(
        List<DueRule> rules, IQueryable<WaiverTemplate> templates, IQueryable<CharterType> types,
        CancellationToken cancel)
    {
        var operators = await templates.Where(template => template.ArchivedAt == null)
            .Select(template => template.OperatorId).Distinct().ToHashSetAsync(cancel);
        var withWaiver = await types.Where(type => type.WaiverTemplateId != null)
            .Select(type => type.Id).ToHashSetAsync(cancel);
        return rules.FindAll(rule =>
            operators.Contains(rule.OperatorId) || withWaiver.Contains(rule.CharterTypeId ?? Guid.Empty));
    }

    private static IEnumerable<Claim> Claims(
        IEnumerable<DueRule> rules, GuestToAsk guest, HashSet<string> claimed) =>
        rules
            .Select(rule => rule.KeyFor(Rule, guest.Id))
            .Where(key => !claimed.Contains(key))
            .Select((key, i) => new Claim(key, guest, Sends: i == 0));

    private sealed record GuestToAsk(
        Guid OperatorId, Guid CharterId, Guid Id, string Email, DateTimeOffset AddedAt);

    private sealed record Claim(string Key, GuestToAsk Guest, bool Sends)
    {
        public Guid Mailbox { get; } = MailboxId.Of(Guest.Email!);
    }
}
