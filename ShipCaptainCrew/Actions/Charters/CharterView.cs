using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// One charter with all that is shown of it, for pages and programs alike. Reads by a fixed number of queries, however
/// much there is.
/// </summary>
public sealed record CharterView
{
    /// <summary>What decides whether it may leave; with its guests only where one charter was asked for.</summary>
    public required GateInputs GateInputs { get; init; }

    /// <summary>Its vessel's home port, else the operator's.</summary>
    public required Port Port { get; init; }

    /// <summary>Of everyone aboard and everyone who marked an item or moved it along.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public required GuestCount Guests { get; init; }

    public Charter Charter => GateInputs.Charter;

    public Vessel Vessel => GateInputs.Vessel;

    public IReadOnlyList<Checklist> Checklists => GateInputs.Checklists;

    public IReadOnlyList<Defect> Defects => GateInputs.Defects;

    public GuestManifest Manifest => GateInputs.Manifest;

    /// <summary>What the Sun does there on its day.</summary>
    public SunDay Sun => field ??= SunTimes.On(Charter.Date, Port.Latitude, Port.Longitude, Charter.Zone);

    /// <summary>What holds the boat now.</summary>
    public IReadOnlyList<Blocker> Blockers => GateInputs.Blockers;

    /// <summary>What is required after the return and not done yet.</summary>
    public IReadOnlyList<(Checklist List, ChecklistItem Item)> ToPutToBed => GateInputs.ToPutToBed;

    /// <summary>What is wrong with the head count after the return.</summary>
    public IReadOnlyList<Blocker> MiscountedBack => GateInputs.MiscountedBack;

    /// <summary>Closing it leaves nothing open.</summary>
    public bool IsPutToBed => ToPutToBed.Count == 0 && MiscountedBack.Count == 0;

    /// <summary>How long past its return it may be out before it is overdue.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>Its vessel's charter before this one; null where there is none near, or it has left already.</summary>
    public Charter? Before { get; init; }

    /// <summary>
    /// What its clock shows. A charter that is out past midnight goes on by the sunset of the evening before until
    /// morning.
    /// </summary>
    public CharterTiming TimingAt(DateTimeOffset now)
    {
        var evening = LocalTime.DateOf(now.AddHours(-6), Charter.Zone);
        var sun = evening <= Charter.Date ? Sun : SunTimes.On(evening, Port.Latitude, Port.Longitude, Charter.Zone);
        return CharterTiming.Of(Charter, sun.Sunset, now, Grace);
    }

    /// <summary>What of its times is worth a second look.</summary>
    public IReadOnlyList<Warning> TimingWarnings(DateTimeOffset now) => Charter.IsOver ? [] :
    [
        .. new TimingChecks(Charter.Plan, Charter.Schedule, Charter.Zone, Vessel, Port).Warnings,
        .. Before is null ? [] : Turnaround.Check(Charter.Departure!.Value, Vessel, Before, Charter.Zone, now, Grace),
    ];

    /// <summary>What her load is too much for, told before the gate does; crew are counted by their places.</summary>
    public IEnumerable<Warning> Overload(DateTimeOffset now) =>
        Charter.StatusAt(now) is CharterStatus.Draft or CharterStatus.Scheduled
        ? Gate.Overload(
            Vessel, Guests.Listed > 0 ? Guests.Listed : Charter.GuestsExpected ?? 0, Charter.Positions.Count)
        : [];

    /// <summary>One charter, or null where there is none that this viewer may see.</summary>
    public static async Task<CharterView?> Load(AppDbContext db, Viewer viewer, Guid id)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);
        if (charter is null || !viewer.Sees(charter)) return null;
        return (await Load(db, viewer, [await GateInputs.Load(db, charter)]))[0];
    }

    /// <summary>Several charters, in their order.</summary>
    public static async Task<IReadOnlyList<CharterView>> Load(
        AppDbContext db, Viewer viewer, IReadOnlyList<Charter> charters) =>
        await Load(db, viewer, await GateInputs.Load(db, charters));

    private static async Task<IReadOnlyList<CharterView>> Load(
        AppDbContext db, Viewer viewer, IReadOnlyList<GateInputs> gates)
    {
        var charters = gates.Select(gate => gate.Charter).ToList();
        var house = await OperatorDefaults.Of(db, viewer);
        var before = await db.CharterBefore(charters);
        var names = await NamesIn(db, charters, [.. gates.SelectMany(gate => gate.Checklists)]);
        var guests = await CountGuests(db, charters.ConvertAll(charter => charter.Id));
        return
        [
            .. gates.Select(gate => new CharterView
            {
                GateInputs = gate,
                Port = gate.Vessel.Details.HomePort ?? house.Port,
                Names = names,
                Guests = guests.GetValueOrDefault(gate.Charter.Id, GuestCount.None),
                Grace = house.Grace,
                Before = before(gate.Charter),
            }),
        ];
    }

    public string NameOf(Guid? memberId) => memberId is { } id && Names.TryGetValue(id, out var name) ? name : "";

    /// <summary>Counts in the database: of hundreds of guests not one is read.</summary>
    internal static Task<Dictionary<Guid, GuestCount>> CountGuests(AppDbContext db, List<Guid> charterIds) => (
        from guest in db.Guests.Where(Guest.Coming)
        where charterIds.Contains(guest.CharterId)
        group guest by guest.CharterId into same
        select new { same.Key, Listed = same.Count(), Signed = same.Count(guest => guest.WaiverId != null),
            Boarded = same.Count(guest => guest.BoardedAt != null) })
        .ToDictionaryAsync(row => row.Key, row => new GuestCount(row.Listed, row.Signed, row.Boarded));

    /// <summary>Of everyone aboard and everyone who marked an item or moved it along.</summary>
    private static Task<Dictionary<Guid, string>> NamesIn(
        AppDbContext db, IReadOnlyList<Charter> charters, List<Checklist> lists)
    {
        var ids = charters.SelectMany(charter => charter.Positions).Select(position => position.MemberId)
            .Concat(charters.SelectMany(charter => new[] { charter.LastMove?.By, charter.Override?.By }))
            .Concat(lists.SelectMany(list => list.Items).Select(item => item.ChangedBy))
            .OfType<Guid>().Distinct().ToList();
        return db.Members.AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
    }
}

/// <summary>How many guests are on the list and coming, have signed, are aboard.</summary>
public sealed record GuestCount(int Listed, int Signed, int Boarded)
{
    public static readonly GuestCount None = new(0, 0, 0);

    /// <summary>
    /// How many come, in words: of those expected, once anybody is listed. Null where nobody has said.
    /// </summary>
    public LocalizedText? Of(int? expected) => (Listed, expected) switch
    {
        (0, null) => null,
        (0, 1) or (1, null) => "1 guest",
        (0, { } all) => new LocalizedText("{0} guests", all),
        (_, null) => new LocalizedText("{0} guests", Listed),
        (_, { } all) => new LocalizedText("{0} of {1} guests", Listed, all),
    };
}
