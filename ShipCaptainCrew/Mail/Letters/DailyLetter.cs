using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>
/// "Permission to board, put to bed": one letter a day with all that somebody owes and could take, and to a captain how ready each charter is.
/// Where by now nothing is owed any more, there is none.
/// </summary>
public sealed class DailyLetter(ShipDb db, Letterhead head, TimeProvider clock, IStringLocalizer<Text> l) : IWriter
{
    public const string Kind = "daily";

    private const int MostItems = 10;
    private const int MostPlaces = 10;

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.MemberId, cancel);
        if (member?.MayCome != true || !member.Wants(LetterChoice.Daily)) return null;
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == letter.OperatorId, cancel);
        var entries = await Entries(letter, member, house, cancel);
        return entries.Count == 0 ? null : new(new(member.Name, member.Email), Subject(entries), l["What is yours in the next three days, and of yesterday."])
        {
            Sender = house.Name,
            Says = [.. entries.Select(entry => string.Join('\n', entry.Lines.Prepend(entry.Title)))],
            Act = new(l["See your charters"], head.Link(new OperatorPages(house.Slug).Home)),
            Closing = l[
                "You get this because you are a member of {0}. Which letters you get is for you to say: {1}",
                house.Name,
                head.Link(new OperatorPages(house.Slug).Me)],
        };
    }

    private string Subject(List<Entry> entries) =>
        entries.Count == 1 ? l["Your list: {0}", entries[0].Trip] : l["Your list: {0}, and {1} more", entries[0].Trip, entries.Count - 1];

    private async Task<List<Entry>> Entries(Letter letter, Member member, Operator house, CancellationToken cancel)
    {
        var (round, now) = (DailyRound.Of(letter), clock.GetUtcNow());
        var ahead = await Mine(round.ToBoard(db, now), member).ToListAsync(cancel);
        var behind = await Mine(round.ToPutToBed(db, TimeZoneInfo.FindSystemTimeZoneById(house.TimeZone)), member).ToListAsync(cancel);
        var open = await Open(round, now, member, cancel);
        var vessels = await Vessels([.. ahead, .. behind, .. open.Select(place => place.Charter)], cancel);
        var unsigned = await Unsigned(ahead, cancel);
        var (before, after) = (await db.Required(Ids(ahead), Phase.PreDeparture, cancel), await db.Required(Ids(behind), Phase.PostReturn, cancel));
        Entry?[] entries =
        [
            .. ahead.Select(charter => ToBoard(In(charter), [.. before[charter.Id]], unsigned.GetValueOrDefault(charter.Id))),
            .. behind.Select(charter => ToPutToBed(In(charter), [.. after[charter.Id]])),
            .. open.Select(place => ToTake(In(place.Charter), place.Roles)),
        ];
        return [.. entries.OfType<Entry>()];

        Matter In(Charter charter) => new(letter, house, charter, vessels[charter.VesselId], new Dictionary<Guid, Member>());
    }

    /// <summary>What the person owes before she sails; to her captain, how ready she is.</summary>
    private Entry? ToBoard(Matter matter, IReadOnlyList<Chore> chores, int unsigned)
    {
        var place = matter.Place!;
        var lines = new List<string>();
        if (place.ConfirmedAt is null) lines.Add(l["– Please say that you will be there."]);
        if (place.Role == CrewRole.Captain) lines.AddRange(Readiness(matter.Charter, chores, unsigned));
        lines.AddRange(StillOpen(chores));
        return lines.Count == 0 ? null : new(matter.Trip, l["{0}: you are {1}", matter.Trip, l[place.Role.Word().Text]], lines);
    }

    /// <summary>What a captain wants to know at a glance, a line each.</summary>
    private IEnumerable<string> Readiness(Charter charter, IReadOnlyList<Chore> chores, int unsigned)
    {
        yield return l["– {0} of {1} places are filled.", charter.Places.Count(place => !place.IsOpen), charter.Places.Count];
        if (chores.Count > 0) yield return l["– {0} of {1} required items are done.", chores.Count(chore => chore.IsDone), chores.Count];
        if (unsigned > 0) yield return l["– Waivers not signed: {0}", unsigned];
    }

    /// <summary>How many guests of each charter have yet to sign, where there is anything to sign.</summary>
    private async Task<Dictionary<Guid, int>> Unsigned(List<Charter> charters, CancellationToken cancel)
    {
        var ids = Ids(await db.WithWaiver(charters, cancel));
        return await db.Guests.Where(Guest.Coming)
            .Where(guest => ids.Contains(guest.CharterId) && guest.WaiverId == null)
            .GroupBy(guest => guest.CharterId).ToDictionaryAsync(same => same.Key, same => same.Count(), cancel);
    }

    private Entry? ToPutToBed(Matter matter, IReadOnlyList<Chore> chores) =>
        StillOpen(chores).ToList() is { Count: > 0 } lines ? new(matter.Trip, l["Put to bed: {0}", matter.Trip], lines) : null;

    private Entry ToTake(Matter matter, IReadOnlyList<CrewRole> roles) =>
        new(matter.Trip, l["A place you could take: {0}", matter.Trip], [.. roles.Select(role => $"– {l[role.Word().Text].Value}")]);

    private IEnumerable<string> StillOpen(IReadOnlyList<Chore> chores)
    {
        var open = chores.Where(chore => !chore.IsDone).ToList();
        foreach (var chore in open.Take(MostItems)) yield return l["– Open: {0}", chore.Text];
        if (open.Count > MostItems) yield return l["– and {0} more", open.Count - MostItems];
    }

    private async Task<List<(Charter Charter, IReadOnlyList<CrewRole> Roles)>> Open(DailyRound round, DateTimeOffset now, Member member, CancellationToken cancel)
    {
        if (!member.Wants(LetterChoice.OpenPlaces) || member.Qualifications.Count == 0) return [];
        var qualified = member.Qualifications;
        var charters = await Ordered(round.ToBoard(db, now).Where(charter => charter.Places.Any(place => place.MemberId == null && qualified.Contains(place.Role)))).ToListAsync(cancel);
        if (charters.Count == 0) return [];
        var engagements = await DailyRound.Engagements(db, now, charters.Max(charter => charter.Return ?? charter.SortAt), member.Id, cancel);
        return [.. charters.Select(charter => (charter, (IReadOnlyList<CrewRole>)[.. charter.RolesOpenTo(member, engagements)])).Where(place => place.Item2.Count > 0).Take(MostPlaces)];
    }

    private async Task<Dictionary<Guid, string>> Vessels(IEnumerable<Charter> charters, CancellationToken cancel)
    {
        var ids = charters.Select(charter => charter.VesselId).Distinct().ToList();
        return await db.Vessels.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
    }

    private static IQueryable<Charter> Mine(IQueryable<Charter> charters, Member member) =>
        Ordered(charters.Where(charter => charter.Places.Any(place => place.MemberId == member.Id)));

    private static IQueryable<Charter> Ordered(IQueryable<Charter> charters) => charters.OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id);

    private static List<Guid> Ids(IEnumerable<Charter> charters) => [.. charters.Select(charter => charter.Id)];

    /// <summary>What there is to say of one charter.</summary>
    private sealed record Entry(string Trip, string Title, IReadOnlyList<string> Lines);
}
