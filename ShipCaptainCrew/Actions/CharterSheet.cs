using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Actions;

/// <summary>One charter with all that is shown of it, for pages and programs alike. Reads by a fixed number of queries, however much there is.</summary>
public sealed record CharterSheet(
    Charter Charter,
    Vessel Vessel,
    Port Port,
    IReadOnlyList<Checklist> Checklists,
    IReadOnlyList<Defect> Defects,
    IReadOnlyDictionary<Guid, string> Names,
    GuestCount Guests)
{
    /// <summary>What the Sun does there on its day.</summary>
    public SunDay Sun { get; } = SunTimes.On(Charter.Date, Port.Latitude, Port.Longitude, Charter.Zone);

    /// <summary>Its guests one by one; only where one charter was asked for.</summary>
    public Company Company { get; init; } = Company.Nobody;

    /// <summary>What holds the boat now.</summary>
    public IReadOnlyList<Blocker> Blockers => Gate.Of(Charter, Vessel, Checklists, Defects, Company);

    /// <summary>What is required after the return and not done yet.</summary>
    public IReadOnlyList<(Checklist List, ChecklistItem Item)> ToPutToBed =>
    [
        .. from list in Checklists
           where list.Phase == Phase.PostReturn
           from item in list.Items
           where item.Required && item.State != ItemState.Complete
           select (list, item),
    ];

    /// <summary>What is wrong with the head count after the return.</summary>
    public IReadOnlyList<Blocker> MiscountedBack => [.. Company.CountsBack(Charter.Places.Count(place => !place.IsOpen))];

    /// <summary>Closing it leaves nothing open.</summary>
    public bool IsPutToBed => ToPutToBed.Count == 0 && MiscountedBack.Count == 0;

    /// <summary>How long past its return it may be out before it is overdue.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>Its vessel's charter before this one; null where there is none near, or it has left already.</summary>
    public Charter? Before { get; init; }

    /// <summary>What its clock shows. A charter that is out past midnight goes on by the sunset of the evening before until morning.</summary>
    public Timing TimingAt(DateTimeOffset now)
    {
        var evening = LocalTime.DateOf(now.AddHours(-6), Charter.Zone);
        var sun = evening <= Charter.Date ? Sun : SunTimes.On(evening, Port.Latitude, Port.Longitude, Charter.Zone);
        return Timing.Of(Charter, sun.Sunset, now, Grace);
    }

    /// <summary>What of its times is worth a second look.</summary>
    public IReadOnlyList<Warning> TimingWarnings(DateTimeOffset now) => Charter.IsOver ? [] :
    [
        .. new TimingChecks(Charter.Plan, Charter.Schedule, Charter.Zone, Vessel, Port).Warnings,
        .. Before is null ? [] : Turnaround.Check(Charter.Departure!.Value, Vessel, Before, Charter.Zone, now, Grace),
    ];

    /// <summary>What her load is too much for, told before the gate does; crew are counted by their places.</summary>
    public IEnumerable<Warning> Overload(DateTimeOffset now) => Charter.StatusAt(now) is CharterStatus.Draft or CharterStatus.Scheduled
        ? Gate.Overload(Vessel, Guests.Listed > 0 ? Guests.Listed : Charter.GuestsExpected ?? 0, Charter.Places.Count) : [];

    /// <summary>One charter, or null where there is none that this viewer may see.</summary>
    public static async Task<CharterSheet?> Load(ShipDb db, Viewer viewer, Guid id)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);
        return charter is null || !viewer.Sees(charter) ? null : (await Load(db, viewer, [charter]))[0] with { Company = await Companies.Of(db, charter) };
    }

    /// <summary>Several charters, in their order.</summary>
    public static async Task<IReadOnlyList<CharterSheet>> Load(ShipDb db, Viewer viewer, IReadOnlyList<Charter> charters)
    {
        var (ids, vesselIds) = (charters.Select(charter => charter.Id).ToList(), charters.Select(charter => charter.VesselId).Distinct().ToList());
        var vessels = await db.Vessels.AsNoTracking().Where(row => vesselIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        var house = await House.Of(db, viewer);
        var before = await db.CharterBefore(charters);
        var lists = await db.Checklists.AsNoTracking().Include(row => row.Items.OrderBy(item => item.Ordinal))
            .Where(row => ids.Contains(row.CharterId)).OrderBy(row => row.Ordinal).ToListAsync();
        var defects = await db.Defects.AsNoTracking().Where(row => vesselIds.Contains(row.VesselId) && row.ClosedAt == null).OrderBy(row => row.RaisedAt).ToListAsync();
        var names = await NamesIn(db, charters, lists);
        var (byCharter, byVessel) = (lists.ToLookup(list => list.CharterId), defects.ToLookup(defect => defect.VesselId));
        var guests = await CountGuests(db, ids);
        return [.. charters.Select(charter => new CharterSheet(
            charter, vessels[charter.VesselId], vessels[charter.VesselId].Details.HomePort ?? house.Port, [.. byCharter[charter.Id]], [.. byVessel[charter.VesselId]], names,
            guests.GetValueOrDefault(charter.Id, GuestCount.None))
        {
            Grace = house.Grace, Before = before(charter),
        })];
    }

    public string NameOf(Guid? memberId) => memberId is { } id && Names.TryGetValue(id, out var name) ? name : "";

    /// <summary>Counts in the database: of hundreds of guests not one is read.</summary>
    internal static Task<Dictionary<Guid, GuestCount>> CountGuests(ShipDb db, List<Guid> charterIds) => (
        from guest in db.Guests
        where charterIds.Contains(guest.CharterId) && guest.IsPlaced && guest.NoShowAt == null
        group guest by guest.CharterId into same
        select new { same.Key, Listed = same.Count(), Signed = same.Count(guest => guest.WaiverId != null), Boarded = same.Count(guest => guest.BoardedAt != null) })
        .ToDictionaryAsync(row => row.Key, row => new GuestCount(row.Listed, row.Signed, row.Boarded));

    /// <summary>Of everyone aboard and everyone who marked an item or moved it along.</summary>
    private static Task<Dictionary<Guid, string>> NamesIn(ShipDb db, IReadOnlyList<Charter> charters, List<Checklist> lists)
    {
        var ids = charters.SelectMany(charter => charter.Places).Select(place => place.MemberId)
            .Concat(charters.SelectMany(charter => new[] { charter.LastMove?.By, charter.Override?.By }))
            .Concat(lists.SelectMany(list => list.Items).Select(item => item.ChangedBy))
            .OfType<Guid>().Distinct().ToList();
        return db.Members.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
    }
}

/// <summary>How many guests are on the list and coming, have signed, are aboard.</summary>
public sealed record GuestCount(int Listed, int Signed, int Boarded)
{
    public static readonly GuestCount None = new(0, 0, 0);

    /// <summary>How many come, in words: of those expected, once anybody is listed. Null where nobody has said.</summary>
    public Words? Of(int? expected) => (Listed, expected) switch
    {
        (0, null) => null,
        (0, 1) or (1, null) => "1 guest",
        (0, { } all) => new Words("{0} guests", all),
        (_, null) => new Words("{0} guests", Listed),
        (_, { } all) => new Words("{0} of {1} guests", Listed, all),
    };
}
