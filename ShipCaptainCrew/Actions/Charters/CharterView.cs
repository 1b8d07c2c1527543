using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>A charter with everything that pages and the API show. Loads with a fixed number of queries.</summary>
public sealed record CharterView
{
    /// <summary>What the departure gate checks; includes guests only when a single charter was loaded.</summary>
    public required GateInputs GateInputs { get; init; }

    /// <summary>The vessel's home port, else the operator's.</summary>
    public required Port Port { get; init; }

    /// <summary>Names by member id: the crew, and everyone who marked an item, changed the status or counted.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>The same members, with everything that is known of them.</summary>
    public IReadOnlyDictionary<Guid, Member> Members { get; init; } = new Dictionary<Guid, Member>();

    public required GuestCount Guests { get; init; }

    public Charter Charter => GateInputs.Charter;

    public Vessel Vessel => GateInputs.Vessel;

    public IReadOnlyList<Checklist> Checklists => GateInputs.Checklists;

    public IReadOnlyList<Defect> Defects => GateInputs.Defects;

    public GuestManifest Manifest => GateInputs.Manifest;

    /// <summary>Sun times at the port on the charter's date.</summary>
    public SunDay Sun => field ??= SunTimes.On(Charter.Date, Port.Latitude, Port.Longitude, Charter.Zone);

    /// <summary>What keeps the charter from departing now.</summary>
    public IReadOnlyList<Blocker> Blockers => GateInputs.Blockers;

    /// <summary>Required items after the return that are not done yet.</summary>
    public IReadOnlyList<(Checklist List, ChecklistItem Item)> ToPutToBed => GateInputs.ToPutToBed;

    /// <summary>Head counts after the return that do not match.</summary>
    public IReadOnlyList<Blocker> MiscountedBack => GateInputs.MiscountedBack;

    /// <summary>Required items of the checklists of a phase that are not done yet, in order.</summary>
    public IEnumerable<(Checklist List, ChecklistItem Item)> ItemsLeft(Phase phase) => GateInputs.ItemsLeft(phase);

    /// <summary>What is left before it is closed; none of it prevents closing.</summary>
    public IReadOnlyList<Blocker> LeftBeforeClosing =>
    [
        .. ToPutToBed.Select(left => new Blocker(Gate.ItemOpen, left.Item.Text, true, left.Item.Id)),
        .. MiscountedBack,
    ];

    /// <summary>Whether it can be closed with nothing left open.</summary>
    public bool IsPutToBed => ToPutToBed.Count == 0 && MiscountedBack.Count == 0;

    /// <summary>How long after its return time it counts as overdue.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>The vessel's previous charter; null when there is none nearby or this one has departed.</summary>
    public Charter? Before { get; init; }

    /// <summary>
    /// Its countdowns and times. Until 6 a.m., a charter under way past midnight uses the previous evening's sunset.
    /// </summary>
    public CharterTiming TimingAt(DateTimeOffset now)
    {
        var evening = LocalTime.DateOf(now.AddHours(-6), Charter.Zone);
        var sun = evening <= Charter.Date ? Sun : SunTimes.On(evening, Port.Latitude, Port.Longitude, Charter.Zone);
        return CharterTiming.Of(Charter, sun.Sunset, now, Grace);
    }

    /// <summary>Warnings about its times.</summary>
    public IReadOnlyList<Warning> TimingWarnings(DateTimeOffset now) => Charter.IsOver ? [] :
    [
        .. new TimingChecks(Charter.Plan, Charter.Schedule, Charter.Zone, Vessel, Port).Warnings,
        .. Before is null
            ? []
            : Turnaround.Check(Charter.Departure!.Value, Vessel, Before, Charter.Zone, now, Grace),
    ];

    /// <summary>Capacity warnings before boarding starts. Counts crew by positions, filled or not.</summary>
    public IEnumerable<Warning> Overload(DateTimeOffset now) =>
        Charter.StatusAt(now) is CharterStatus.Draft or CharterStatus.Scheduled
        ? Gate.Overload(
            Vessel, Guests.Listed > 0 ? Guests.Listed : Charter.GuestsExpected ?? 0, Charter.Positions.Count)
        : [];

    /// <summary>One charter; null when it does not exist or the viewer may not see it.</summary>
    public static async Task<CharterView?> Load(AppDbContext db, Viewer viewer, Guid id)
    {
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);
        if (charter is null || !viewer.Sees(charter)) return null;
        return (await Load(db, viewer, [await GateInputs.Load(db, charter)]))[0];
    }

    /// <summary>Several charters, in the given order.</summary>
    public static async Task<IReadOnlyList<CharterView>> Load(
        AppDbContext db, Viewer viewer, IReadOnlyList<Charter> charters) =>
        await Load(db, viewer, await GateInputs.Load(db, charters));

    private static async Task<IReadOnlyList<CharterView>> Load(
        AppDbContext db, Viewer viewer, IReadOnlyList<GateInputs> gates)
    {
        var charters = gates.Select(gate => gate.Charter).ToList();
        var defaults = await OperatorDefaults.Of(db, viewer);
        var before = await db.CharterBefore(charters);
        var members = await MembersIn(db, gates);
        var names = members.ToDictionary(row => row.Key, row => row.Value.Name);
        var guests = await CountGuests(db, charters.ConvertAll(charter => charter.Id));
        return
        [
            .. gates.Select(gate => new CharterView
            {
                GateInputs = gate,
                Port = gate.Vessel.Details.HomePort ?? defaults.Port,
                Names = names,
                Members = members,
                Guests = guests.GetValueOrDefault(gate.Charter.Id, GuestCount.None),
                Grace = defaults.Grace,
                Before = before(gate.Charter),
            }),
        ];
    }

    /// <summary>The members who have a position, by name.</summary>
    public IReadOnlyList<Member> Crew =>
    [
        .. Charter.Positions.Select(position => position.MemberId).OfType<Guid>().Where(Members.ContainsKey)
            .Select(id => Members[id]).OrderBy(member => member.Name, StringComparer.Ordinal),
    ];

    /// <summary>Names of those whom a nudge emails.</summary>
    public IReadOnlyList<string> ToNudge
    {
        get
        {
            var hasOpenItems = Checklists.Where(list => list.Phase == Phase.PreDeparture).SelectMany(list => list.Items)
                .Any(item => item.Required && item.State != ItemState.Complete);
            return [.. NudgeRecipients.Of(Charter, hasOpenItems, Members).Select(recipient => recipient.Member.Name)];
        }
    }

    /// <summary>The first name; the whole one where two people of this charter share the first.</summary>
    public string ShortNameOf(Guid? memberId)
    {
        var name = NameOf(memberId);
        var first = FirstName.Of(name);
        return Names.Values.Count(other => FirstName.Of(other) == first) > 1 ? name : first;
    }

    public string NameOf(Guid? memberId) => memberId is { } id && Names.TryGetValue(id, out var name) ? name : "";

    /// <summary>Counts guests in the database, without loading them.</summary>
    internal static Task<Dictionary<Guid, GuestCount>> CountGuests(AppDbContext db, List<Guid> charterIds) => (
        from guest in db.Guests.Where(Guest.Coming)
        where charterIds.Contains(guest.CharterId)
        group guest by guest.CharterId into same
        select new { same.Key, Listed = same.Count(), Signed = same.Count(guest => guest.WaiverId != null),
            Boarded = same.Count(guest => guest.BoardedAt != null) })
        .ToDictionaryAsync(row => row.Key, row => new GuestCount(row.Listed, row.Signed, row.Boarded));

    private static Task<Dictionary<Guid, Member>> MembersIn(AppDbContext db, IReadOnlyList<GateInputs> gates)
    {
        var charters = gates.Select(gate => gate.Charter).ToList();
        var items = gates.SelectMany(gate => gate.Checklists).SelectMany(list => list.Items);
        var ids = charters.SelectMany(charter => charter.Positions).Select(position => position.MemberId)
            .Concat(charters.SelectMany(charter => new[] { charter.LastMove?.By, charter.Override?.By }))
            .Concat(items.Select(item => item.ChangedBy))
            .OfType<Guid>().Concat(gates.SelectMany(gate => gate.Manifest.MembersNamed)).Distinct().ToList();
        return db.Members.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
    }
}
