using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// The daily "permission to board, put to bed" email: a member's open items, the positions they could take and, for a
/// captain, how ready each charter is. Not sent if nothing is open any more. <c>Jobs/PtbNudge.cs</c> writes it to the
/// outbox at 18:00 UTC.
/// </summary>
public sealed class DailyEmail(AppDbContext db, Sender sender, TimeProvider clock, IStringLocalizer<Text> l)
    : IEmailComposer
{
    public const string Kind = "daily";

    private const int MaxItems = 10;
    private const int MaxPositions = 10;

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.MemberId, cancel);
        if (member?.CanSignIn != true || !member.Wants(EmailPreference.Daily)) return null;
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        var entries = await Entries(email, member, theOperator, cancel);
        return entries.Count == 0
            ? null
            : new(new(member.Name, member.Email), Subject(entries),
                l["Your to-do list for the next three days, and from yesterday."])
        {
            Sender = EmailSender.Of(theOperator),
            Paragraphs = [.. entries.Select(entry => string.Join('\n', entry.Lines.Prepend(entry.Title)))],
            Action = new(l["See your charters"], sender.Link(new OperatorPages(theOperator.Slug).Home)),
            Closing = l[
                "You get this because you are a member of {0}. Choose which emails you get: {1}",
                theOperator.Name,
                sender.Link(new OperatorPages(theOperator.Slug).Me)],
        };
    }

    private string Subject(List<Entry> entries) =>
        entries.Count == 1
            ? l["Your list: {0}", entries[0].Trip]
            : l["Your list: {0}, and {1} more", entries[0].Trip, entries.Count - 1];

    private async Task<List<Entry>> Entries(
        OutboxEmail email, Member member, Operator theOperator, CancellationToken cancel)
    {
        var (scope, now) = (DailyEmailScope.Of(email), clock.GetUtcNow());
        var upcoming = await ChartersOf(scope.ToBoard(db, now), member).ToListAsync(cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(theOperator.TimeZone);
        var past = await ChartersOf(scope.ToPutToBed(db, zone), member).ToListAsync(cancel);
        var open = await OpenPositions(scope, now, member, cancel);
        var vessels = await Vessels([.. upcoming, .. past, .. open.Select(offer => offer.Charter)], cancel);
        var unsigned = await Unsigned(upcoming, cancel);
        var before = await db.Required(Ids(upcoming), Phase.PreDeparture, cancel);
        var after = await db.Required(Ids(past), Phase.PostReturn, cancel);
        Entry?[] entries =
        [
            .. upcoming.Select(charter =>
                ToBoard(Context(charter), [.. before[charter.Id]], unsigned.GetValueOrDefault(charter.Id))),
            .. past.Select(charter => ToPutToBed(Context(charter), [.. after[charter.Id]])),
            .. open.Select(offer => ToTake(Context(offer.Charter), offer.Roles)),
        ];
        return [.. entries.OfType<Entry>()];

        CharterContext Context(Charter charter) =>
            new(email, theOperator, charter, vessels[charter.VesselId], new Dictionary<Guid, Member>());
    }

    /// <summary>What the member has to do before departure and, for the captain, how ready the charter is.</summary>
    private Entry? ToBoard(CharterContext context, IReadOnlyList<RequiredItem> requiredItems, int unsigned)
    {
        var position = context.Position!;
        var lines = new List<string>();
        if (position.ConfirmedAt is null) lines.Add(l["– Please confirm that you can make it."]);
        if (position.Role == CrewRole.Captain) lines.AddRange(Readiness(context.Charter, requiredItems, unsigned));
        lines.AddRange(StillOpen(requiredItems));
        return lines.Count == 0
            ? null
            : new(context.Trip, l["{0}: you are {1}", context.Trip, l[position.Role.Label().Text]], lines);
    }

    /// <summary>The readiness of a charter for its captain, one fact a line.</summary>
    private IEnumerable<string> Readiness(Charter charter, IReadOnlyList<RequiredItem> requiredItems, int unsigned)
    {
        var filled = charter.Positions.Count(position => !position.IsOpen);
        yield return l["– {0} of {1} roles are filled.", filled, charter.Positions.Count];
        var done = requiredItems.Count(item => item.IsDone);
        if (requiredItems.Count > 0)
            yield return l["– {0} of {1} required items are done.", done, requiredItems.Count];
        if (unsigned > 0) yield return l["– Waivers not signed: {0}", unsigned];
    }

    /// <summary>The number of unsigned guests of each charter that has a waiver.</summary>
    private async Task<Dictionary<Guid, int>> Unsigned(List<Charter> charters, CancellationToken cancel)
    {
        var ids = Ids(await db.WithWaiver(charters, cancel));
        return await db.Guests.Where(Guest.Coming)
            .Where(guest => ids.Contains(guest.CharterId) && guest.WaiverId == null)
            .GroupBy(guest => guest.CharterId).ToDictionaryAsync(same => same.Key, same => same.Count(), cancel);
    }

    private Entry? ToPutToBed(CharterContext context, IReadOnlyList<RequiredItem> requiredItems) =>
        StillOpen(requiredItems).ToList() is { Count: > 0 } lines
            ? new(context.Trip, l["Finish and close: {0}", context.Trip], lines)
            : null;

    private Entry ToTake(CharterContext context, IReadOnlyList<CrewRole> roles) =>
        new(context.Trip, l["Open role: {0}", context.Trip],
            [.. roles.Select(role => $"– {l[role.Label().Text].Value}")]);

    private IEnumerable<string> StillOpen(IReadOnlyList<RequiredItem> requiredItems)
    {
        var open = requiredItems.Where(item => !item.IsDone).ToList();
        foreach (var item in open.Take(MaxItems)) yield return l["– Open: {0}", item.Text];
        if (open.Count > MaxItems) yield return l["– and {0} more", open.Count - MaxItems];
    }

    private async Task<List<(Charter Charter, IReadOnlyList<CrewRole> Roles)>> OpenPositions(
        DailyEmailScope scope, DateTimeOffset now, Member member, CancellationToken cancel)
    {
        if (!member.Wants(EmailPreference.OpenPlaces) || member.Qualifications.Count == 0) return [];
        var qualified = member.Qualifications;
        var charters =
            await Ordered(scope.ToBoard(db, now).Where(charter => charter.Positions.Any(
                position => position.MemberId == null && qualified.Contains(position.Role))))
            .ToListAsync(cancel);
        if (charters.Count == 0) return [];
        var engagements =
            await DailyEmailScope.Engagements(
                db, now, charters.Max(charter => charter.Return ?? charter.SortAt), member.Id, cancel);
        return charters
            .Select(charter => (Charter: charter, Roles: RolesFor(charter)))
            .Where(offer => offer.Roles.Count > 0)
            .Take(MaxPositions)
            .ToList();

        IReadOnlyList<CrewRole> RolesFor(Charter charter) => [.. charter.RolesOpenTo(member, engagements)];
    }

    private async Task<Dictionary<Guid, string>> Vessels(IEnumerable<Charter> charters, CancellationToken cancel)
    {
        var ids = charters.Select(charter => charter.VesselId).Distinct().ToList();
        return await db.Vessels.AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
    }

    private static IQueryable<Charter> ChartersOf(IQueryable<Charter> charters, Member member) =>
        Ordered(charters.Where(charter => charter.Positions.Any(position => position.MemberId == member.Id)));

    private static IQueryable<Charter> Ordered(IQueryable<Charter> charters) =>
        charters.OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id);

    private static List<Guid> Ids(IEnumerable<Charter> charters) => [.. charters.Select(charter => charter.Id)];

    /// <summary>The part of the email about one charter.</summary>
    private sealed record Entry(string Trip, string Title, IReadOnlyList<string> Lines);
}
