using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>One hire of a vessel for a party and a time (on the wire an <c>event</c>).</summary>
public sealed partial class Charter : OwnedEntity
{
    private readonly List<CrewPosition> positions = [];

    private Charter()
    {
    }

    /// <summary>Begins as a draft, with the places and the timing its type brings.</summary>
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

    /// <summary>IANA zone of all its local times.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Local date of departure.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>
    /// How its times followed from its date when it was made; later changes of the type leave it alone.
    /// </summary>
    public Schedule? Schedule { get; private set; }

    public DateTimeOffset? Departure { get; private set; }
    public bool DepartureGiven { get; private set; }
    public DateTimeOffset? Return { get; private set; }
    public bool ReturnGiven { get; private set; }

    /// <summary>Where it stands among others: its departure, else the start of its day.</summary>
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

    /// <summary>Until lines off, who sails can still change.</summary>
    public bool IsCrewOpen => Status < CharterStatus.Underway;

    /// <summary>Published, and lines off is still to come.</summary>
    public bool AwaitsDeparture => CharterStates.AwaitingDeparture.Contains(Status);

    /// <summary>Its departure is still to come; without a time, its day.</summary>
    public bool IsAhead(DateTimeOffset now) =>
        IsCrewOpen && (Departure is { } departure ? departure > now : Date >= LocalTime.DateOf(now, Zone));

    /// <summary>Closed or cancelled: history now.</summary>
    public bool IsOver => Status is CharterStatus.Closed or CharterStatus.Cancelled;

    /// <summary>Counts the edits of the charter's own fields: the edit form's and If-Match's word.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The number of its last log entry: the stream's id and the ETag's heart.</summary>
    public long Revision { get; private set; }

    public IReadOnlyList<CrewPosition> Positions => positions;

    /// <summary>How many of each role it sails with.</summary>
    public Manning Manning => new(Count(CrewRole.Captain), Count(CrewRole.FirstMate), Count(CrewRole.Deckhand));

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>When crew must be at the boat.</summary>
    public DateTimeOffset? CallTime => Departure?.AddMinutes(-(Schedule?.CallMinutesBefore ?? 60));

    public DateTimeOffset? BoardingTime => Departure?.AddMinutes(-(Schedule?.BoardingMinutesBefore ?? 30));

    public Guid? CaptainId => Holders(CrewRole.Captain).FirstOrDefault()?.MemberId;

    public Plan Plan => new()
    {
        VesselId = VesselId,
        Date = Date,
        Title = Title,
        Departure = Departure,
        DepartureGiven = DepartureGiven,
        Return = Return,
        ReturnGiven = ReturnGiven,
        MeetingPoint = MeetingPoint,
        GuestsArriveAt = GuestsArriveAt,
        Contact = Contact,
        Reference = Reference,
        GuestsExpected = GuestsExpected,
        Notes = Notes,
    };

    public IEnumerable<CrewPosition> Holders(CrewRole role) =>
        positions.Where(position => position.Role == role && !position.IsOpen);

    public CrewPosition? PositionOf(Guid memberId) =>
        positions.FirstOrDefault(position => position.MemberId == memberId);

    /// <summary>The office changes the plan. A charter that is over keeps its history as it was.</summary>
    public Refusal? Replan(Plan plan, string timeZone, CharterType? type)
    {
        if (IsOver) return TooLateToChange("This charter is {0}; it can no longer be changed.");
        var changed = Plan.Differing(plan).ToList();
        if (CharterTypeId != type?.Id) changed.Add("charter_type_id");
        if (changed.Count == 0) return null;
        if (Retype(type) is { } refusal) return refusal;
        var moved = Departure != plan.Departure || Return != plan.Return || VesselId != plan.VesselId
            || MeetingPoint != plan.MeetingPoint;
        Write(plan, timeZone);
        Version++;
        Raise(new CharterChanged(Id, changed, moved));
        return null;
    }

    public void SetRevision(long seq) => Revision = seq;

    /// <summary>
    /// Takes another type's timing and manning. Whoever holds a place keeps it; open places follow the new type.
    /// </summary>
    private Refusal? Retype(CharterType? type)
    {
        if (CharterTypeId == type?.Id) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        (CharterTypeId, Schedule, AutomaticTransitions) = (type?.Id, type?.Schedule,
            type?.AutomaticTransitions ?? false);
        OpenPositions(type?.Roles ?? new());
        return null;
    }

    private int Count(CrewRole role) => positions.Count(position => position.Role == role);

    private void Write(Plan plan, string timeZone)
    {
        if (Return != plan.Return) Overdue = null;
        (VesselId, Date, Title, TimeZone) = (plan.VesselId, plan.Date, plan.Title, timeZone);
        (Departure, DepartureGiven, Return, ReturnGiven) = (plan.Departure, plan.DepartureGiven, plan.Return,
            plan.ReturnGiven);
        (MeetingPoint, GuestsArriveAt, Contact) = (plan.MeetingPoint, plan.GuestsArriveAt, plan.Contact);
        (Reference, GuestsExpected, Notes) = (plan.Reference, plan.GuestsExpected, plan.Notes);
        SortAt = plan.Departure ?? LocalTime.Nearest(plan.Date.ToDateTime(TimeOnly.MinValue), Zone);
    }
}
