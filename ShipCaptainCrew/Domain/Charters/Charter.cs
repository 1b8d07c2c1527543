using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>One hire of a vessel for a party and a time (an <c>event</c> in the API).</summary>
public sealed partial class Charter : OwnedEntity, ISearchable
{
    private readonly List<CrewPosition> positions = [];

    private Charter()
    {
    }

    /// <summary>Creates a draft, with the positions and times of its type.</summary>
    public Charter(Guid operatorId, Plan plan, string timeZone, CharterType? type)
        : base(operatorId)
    {
        (CharterTypeId, Schedule) = (type?.Id, type?.Schedule);
        AutomaticTransitions = type?.AutomaticTransitions ?? false;
        Write(plan, timeZone);
        positions.AddRange((type?.Roles ?? new()).Roles.Select(role => new CrewPosition(operatorId, Id, role)));
        Raise(new CharterCreated(Id));
    }

    public Guid VesselId { get; private set; }
    public Guid? CharterTypeId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>IANA time zone of all its local times.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Local date of departure.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>
    /// How its times follow from its date, as its type had it at creation; later changes of the type do not change it.
    /// </summary>
    public Schedule? Schedule { get; private set; }

    public DateTimeOffset? Departure { get; private set; }
    public bool DepartureGiven { get; private set; }
    public DateTimeOffset? Return { get; private set; }
    public bool ReturnGiven { get; private set; }

    /// <summary>Its place in the order of charters (UTC): its departure, else the start of its date.</summary>
    public DateTimeOffset SortAt { get; private set; }

    public string? MeetingPoint { get; private set; }
    public DateTimeOffset? GuestsArriveAt { get; private set; }
    public Contact Contact { get; private set; } = Contact.None;
    public string? Reference { get; private set; }
    public int? GuestsExpected { get; private set; }
    public string? Notes { get; private set; }
    public bool AutomaticTransitions { get; private set; }
    public CharterStatus Status { get; private set; }
    public string? CancelReason { get; private set; }

    /// <summary>Whether the crew can still change: until lines off.</summary>
    public bool IsCrewOpen => Status < CharterStatus.Underway;

    /// <summary>Whether it is published and has not departed.</summary>
    public bool AwaitsDeparture => CharterStates.AwaitingDeparture.Contains(Status);

    /// <summary>Whether its departure, or its date if it has no time, is still to come.</summary>
    public bool IsAhead(DateTimeOffset now) => IsCrewOpen && IsDepartureAhead(now);

    /// <summary>When it ends by plan (UTC); people are told of changes until then.</summary>
    public DateTimeOffset EndsAt => Return ?? Departure ?? SortAt.AddDays(1);

    /// <summary>
    /// Whether its guests and the contact who booked are told of a change: once published, until lines off or its end.
    /// </summary>
    public bool TellsGuests(DateTimeOffset now) => Status != CharterStatus.Draft && !HasSailed && EndsAt > now;

    /// <summary>Whether it is closed or cancelled.</summary>
    public bool IsOver => Status is CharterStatus.Closed or CharterStatus.Cancelled;

    /// <summary>The number of edits of its own fields: the edit form and If-Match compare it.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The sequence number of its last audit log entry, used for event stream ids and ETags.</summary>
    public long Revision { get; private set; }

    public IReadOnlyList<CrewPosition> Positions => positions;

    /// <summary>How many positions it has in each role.</summary>
    public Manning Manning => new(Count(CrewRole.Captain), Count(CrewRole.FirstMate), Count(CrewRole.Deckhand));

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>When the crew must be at the boat.</summary>
    public DateTimeOffset? CallTime => CallTimeOf(Departure, Schedule);

    public DateTimeOffset? BoardingTime => BoardingTimeOf(Departure, Schedule);

    public Guid? CaptainId => Holders(CrewRole.Captain).FirstOrDefault()?.MemberId;

    public IEnumerable<CrewPosition> Holders(CrewRole role) =>
        positions.Where(position => position.Role == role && !position.IsOpen);

    public CrewPosition? PositionOf(Guid memberId) =>
        positions.FirstOrDefault(position => position.MemberId == memberId);

    SearchKind ISearchable.SearchKind => SearchKind.Charter;

    IEnumerable<string?> ISearchable.SearchTexts => [Title, Reference, Contact.Name];

    public static DateTimeOffset? CallTimeOf(DateTimeOffset? departure, Schedule? schedule) =>
        departure?.AddMinutes(-(schedule?.CallMinutesBefore ?? 60));

    public static DateTimeOffset? BoardingTimeOf(DateTimeOffset? departure, Schedule? schedule) =>
        departure?.AddMinutes(-(schedule?.BoardingMinutesBefore ?? 30));

    public void SetRevision(long seq) => Revision = seq;

    private bool IsDepartureAhead(DateTimeOffset now) =>
        Departure is { } departure ? departure > now : Date >= LocalTime.DateOf(now, Zone);

    private int Count(CrewRole role) => positions.Count(position => position.Role == role);
}
