using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Search;

/// <summary>
/// Finds charters (by title, reference, who booked, vessel and date), guests and vessels. Nobody finds anything by what
/// they may not see: crew find published charters by title and vessel, and guests and bookers of charters they are on.
/// </summary>
public sealed class SearchReader(AppDbContext db, TimeProvider clock)
{
    /// <summary>The most hits of one kind.</summary>
    public const int Most = 20;

    /// <summary>How many charters are read at most to find those whose matching texts the viewer may see.</summary>
    private const int MostRead = 200;

    private List<NamedVessel> vessels = [];

    public async Task<SearchResult> Find(Viewer viewer, string text)
    {
        if (SearchTerms.ProblemOf(text) is { } problem) return new([]) { Problem = problem, IsRefused = true };
        vessels = await db.Vessels.Select(row => new NamedVessel(row.Id, row.Details.Name, row.ArchivedAt != null))
            .ToListAsync();
        var today = LocalTime.DateOf(clock.GetUtcNow(), viewer.Zone);
        var typed = TypedDate.Read(text, today);
        if (typed?.Date is { } day && await OnDay(viewer, day) is { Count: > 0 } charters)
            return new(charters) { Day = day };
        var hits = await WithWords(
            viewer, SearchTerms.Of(text), LocalTime.Nearest(today.ToDateTime(TimeOnly.MinValue), viewer.Zone));
        return new(hits)
        {
            Day = typed?.Date,
            Problem = hits.Count > 0 ? null
                : typed?.Date is { } free ? new("No charters on {0}.", TimeText.DayOfYear(free))
                : typed is not null ? new("“{0}” is not a day of the calendar.", text)
                : new LocalizedText("Nothing for “{0}”. Try a last name or a date.", text),
        };
    }

    private async Task<IReadOnlyList<SearchHit>> OnDay(Viewer viewer, DateOnly day)
    {
        var charters = await SeenBy(viewer).OnDates(day, day).ByDeparture(after: null).Take(Most).ToListAsync();
        return charters.ConvertAll(charter => HitOf(viewer, charter));
    }

    private async Task<IReadOnlyList<SearchHit>> WithWords(Viewer viewer, SearchTerms terms, DateTimeOffset today)
    {
        if (terms.Words.Count == 0) return [];
        return
        [
            .. await Charters(viewer, terms, today), .. await Guests(viewer, terms, today),
            .. viewer.May(Right.KeepReferenceData) ? Vessels(viewer, terms) : [],
        ];
    }

    private IEnumerable<SearchHit> Vessels(Viewer viewer, SearchTerms terms) => vessels
        .Where(vessel => !vessel.IsArchived && terms.AreAllIn(vessel.Name))
        .OrderBy(vessel => vessel.Name, StringComparer.CurrentCulture).Take(Most)
        .Select(vessel => new SearchHit
        {
            Kind = SearchHitKind.Vessel,
            Id = vessel.Id,
            Title = vessel.Name,
            Address = viewer.Pages.Vessel(vessel.Id),
        });

    private async Task<IReadOnlyList<SearchHit>> Charters(Viewer viewer, SearchTerms terms, DateTimeOffset today)
    {
        var found = await terms.Words.Aggregate(SeenBy(viewer).IgnoreAutoIncludes(), WithWord)
            .Select(charter => new { charter.Id, charter.SortAt }).ToListAsync();
        var first = found.OrderBy(row => Distance(row.SortAt, today)).Take(viewer.IsOffice ? Most : MostRead)
            .Select(row => row.Id).ToList();
        var charters = await SeenBy(viewer).Where(charter => first.Contains(charter.Id)).ToListAsync();
        return
        [
            .. charters.Where(charter => IsFoundBy(viewer, charter, terms))
                .OrderBy(charter => Distance(charter.SortAt, today)).Take(Most)
                .Select(charter => HitOf(viewer, charter)),
        ];
    }

    /// <summary>Sorts what is to come, next first, before what is past, latest first.</summary>
    private static (bool IsPast, TimeSpan) Distance(DateTimeOffset at, DateTimeOffset today) =>
        (at < today, (at - today).Duration());

    /// <summary>
    /// Without a limit and an order, so that SQLite begins with the words and not with all charters by departure.
    /// </summary>
    private IQueryable<Charter> WithWord(IQueryable<Charter> charters, string word)
    {
        var found = db.WithWord(SearchKind.Charter, word);
        var named = vessels.Where(vessel => SearchTerms.IsIn(vessel.Name, word)).Select(vessel => vessel.Id).ToList();
        return named.Count == 0
            ? charters.Where(charter => found.Contains(charter.Id))
            : charters.Where(charter => found.Contains(charter.Id) || named.Contains(charter.VesselId));
    }

    /// <summary>Whether the words are also found without the texts that the viewer may not see.</summary>
    private bool IsFoundBy(Viewer viewer, Charter charter, SearchTerms terms) =>
        viewer.May(Right.SeeContact, charter) || terms.AreAllIn(charter.Title, NameOf(charter));

    private async Task<IReadOnlyList<SearchHit>> Guests(Viewer viewer, SearchTerms terms, DateTimeOffset today)
    {
        var guests = terms.Words.Aggregate(db.Guests.AsNoTracking(), (matching, word) =>
        {
            var found = db.WithWord(SearchKind.Guest, word);
            return matching.Where(guest => found.Contains(guest.Id));
        });
        var named = await guests.Select(guest => new { guest.Id, guest.Name, guest.CharterId }).ToListAsync();
        var ids = named.Select(guest => guest.CharterId).Distinct().ToList();
        var charters = await SeenBy(viewer).Where(charter => ids.Contains(charter.Id)).ToListAsync();
        var rows = named.Join(charters.Where(charter => viewer.May(Right.SeeGuests, charter)),
            guest => guest.CharterId, charter => charter.Id, (guest, charter) => (guest, charter));
        return
        [
            .. rows.OrderBy(row => Distance(row.charter.SortAt, today)).ThenBy(row => row.guest.Id).Take(Most)
                .Select(row => HitOf(viewer, row.guest.Id, row.guest.Name, row.charter)),
        ];
    }

    private SearchHit HitOf(Viewer viewer, Guid guestId, string name, Charter charter) => new()
    {
        Kind = SearchHitKind.Guest,
        Id = guestId,
        Title = name,
        Detail = $"{charter.Title}, {NameOf(charter)} · {WhenOf(charter)}",
        Address = $"{viewer.Pages.Charter(charter.Id).Guests}#g{guestId:N}",
    };

    private SearchHit HitOf(Viewer viewer, Charter charter)
    {
        string?[] booking = viewer.May(Right.SeeContact, charter) ? [charter.Contact.Name, charter.Reference] : [];
        return new()
        {
            Kind = SearchHitKind.Charter,
            Id = charter.Id,
            Title = charter.Title,
            Vessel = NameOf(charter),
            Detail = string.Join(" · ", booking.Prepend(WhenOf(charter)).Where(part => part is { Length: > 0 })),
            Address = viewer.Pages.Charter(charter.Id).Home,
        };
    }

    private static string WhenOf(Charter charter) => charter.Departure is { } departure
        ? TimeText.Of(departure, charter.Zone, TimeParts.Weekday | TimeParts.YearAndTime)
        : TimeText.DayOfYear(charter.Date);

    private string NameOf(Charter charter) => vessels.First(vessel => vessel.Id == charter.VesselId).Name;

    private IQueryable<Charter> SeenBy(Viewer viewer) => viewer.May(Right.SeeDrafts)
        ? db.Charters.AsNoTracking()
        : db.Charters.AsNoTracking().Where(charter => charter.Status != CharterStatus.Draft);

    private sealed record NamedVessel(Guid Id, string Name, bool IsArchived);
}
