using System.ComponentModel;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

// What calls take, for their description alone: reading is done by each noun's Details, which tells every field's fault
// at once. A parameter without a default is required where a thing is made; a PUT takes any of the fields.
internal sealed record AskBody(string Email);

/// <summary>
/// A link's token with the mark of who asked or the code of the letter; or the mark and the code; or an invitation's
/// token and one's name.
/// </summary>
internal sealed record TokenBody(
    string? Token = null, string? Ask = null, string? Code = null, string? Name = null, string? Operator = null);

internal sealed record VesselBody
{
    public required string Name { get; init; }

    public required int PassengerCapacity { get; init; }

    [DefaultValue(true)]
    public bool Inspected { get; init; } = true;

    public int? MaxPersons { get; init; }

    public int? MinimumCrew { get; init; }

    [DefaultValue(30)]
    public int TurnaroundMinutes { get; init; } = 30;

    [DefaultValue(true)]
    public bool NavigationLights { get; init; } = true;

    public string? TimeZone { get; init; }

    public Port? HomePort { get; init; }
}

internal sealed record MemberBody(
    string Name, string Email, string? Phone = null, MemberRole Role = MemberRole.Crew,
    IReadOnlyList<CrewRole>? Qualifications = null);

/// <summary>The address is fixed once invited.</summary>
internal sealed record MemberEdit(
    string? Name = null, string? Phone = null, MemberRole? Role = null, IReadOnlyList<CrewRole>? Qualifications = null,
    MemberStatus? Status = null);

internal sealed record CharterTypeBody
{
    public required string Name { get; init; }

    public required int DurationMinutes { get; init; }

    public ScheduleBody? Schedule { get; init; }

    [DefaultValue(60)]
    public int CallMinutesBefore { get; init; } = 60;

    [DefaultValue(30)]
    public int BoardingMinutesBefore { get; init; } = 30;

    public ManningBody? Roles { get; init; }

    public IReadOnlyList<Guid>? ChecklistTemplateIds { get; init; }

    public Guid? WaiverTemplateId { get; init; }

    [DefaultValue(false)]
    public bool AutomaticTransitions { get; init; }

    public IReadOnlyList<int>? ReminderHours { get; init; }
}

/// <summary>A clock time of departure, or minutes from sunset.</summary>
internal sealed record ScheduleBody(
    DepartureRule Anchor = DepartureRule.Fixed, string? Time = null, int? OffsetMinutes = null);

internal sealed record ManningBody(int Captain = 1, int FirstMate = 1, int Deckhand = 2);

internal sealed record StandingOrdersBody(IReadOnlyList<int>? ReminderHours = null, int? GraceMinutes = null,
    ContactBody? ShoreContact = null, int? WaiverYears = null);

internal sealed record ChecklistTemplateBody(
    string Name, Phase Phase = Phase.PreDeparture, IReadOnlyList<TemplateItemBody>? Items = null);

internal sealed record TemplateItemBody(string Text, bool Required = false);

/// <summary>
/// Times without an offset are by the clock where the vessel lies; a bare 17:30 is on the charter's date.
/// </summary>
internal sealed record EventBody
{
    public required Guid VesselId { get; init; }

    public required DateOnly EventDate { get; init; }

    public required Guid CaptainId { get; init; }

    public Guid? CharterTypeId { get; init; }

    public string? Title { get; init; }

    public string? DepartureTime { get; init; }

    public string? ReturnTime { get; init; }

    public string? MeetingPoint { get; init; }

    public string? GuestsArriveAt { get; init; }

    public ContactBody? Contact { get; init; }

    public string? Reference { get; init; }

    public int? GuestsExpected { get; init; }

    public IReadOnlyList<CrewBody>? Crew { get; init; }

    public ManningBody? Manning { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<int>? ReminderHours { get; init; }

    [DefaultValue(false)]
    public bool Publish { get; init; }
}

internal sealed record ContactBody(string? Name = null, string? Email = null, string? Phone = null);

internal sealed record CrewBody(CrewRole Role, Guid MemberId);

internal sealed record GuestBody
{
    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    [DefaultValue(false)]
    public bool Minor { get; init; }

    public string? GuardianName { get; init; }

    public string? Needs { get; init; }
}

internal sealed record WhereBody(GuestStatus Where);

/// <summary>How many guests one counted oneself.</summary>
internal sealed record HeadCountBody(CountOf Which, int Guests);

/// <summary>What was spoken of.</summary>
internal sealed record OrientationBody(IReadOnlyList<string> Topics);

internal sealed record IncidentBody(string What);

/// <summary>Markdown or HTML; what is kept is sanitised.</summary>
internal sealed record WaiverTemplateBody(string Name, string Html, string? HtmlEs = null);

/// <summary>Whom the office or the captain name; without it, oneself.</summary>
internal sealed record WhoBody(Guid? MemberId = null);

internal sealed record ReasonBody(string Reason);

internal sealed record UndoBody(string? Reason = null);

/// <summary>When it was, if not now; never in the future.</summary>
internal sealed record MoveBody(string? At = null);

/// <summary>The reason is the captain's, for sailing past what may be overridden.</summary>
internal sealed record DepartBody(string? At = null, string? OverrideReason = null);

/// <summary>A first value needs no reason, another does.</summary>
internal sealed record TimesBody(string? ActualDeparture = null, string? ActualReturn = null, string? Reason = null);

internal sealed record ChecklistBody(Guid TemplateId);

internal sealed record MarksBody(IReadOnlyList<MarkBody> Items);

/// <summary>What an item is to be; the version is the one that was seen, without it the last wish wins.</summary>
internal sealed record MarkBody(Guid Id, ItemState State, int? Version = null);

/// <summary>
/// A no-sail defect holds the gate of every charter of the vessel. The charter and the item are where it was found, if
/// on one.
/// </summary>
internal sealed record DefectBody(string What, Severity Severity, Guid? CharterId = null, Guid? ItemId = null);

internal sealed record RemedyBody(string Remedy);

internal sealed record SliceQuery(int? Limit = null, string? Cursor = null);

internal sealed record EventQuery(
    DateOnly? From = null, DateOnly? To = null, CharterStatus? Status = null, int? Limit = null, string? Cursor = null);

internal sealed record SunQuery(double Latitude, double Longitude, DateOnly Date, string? TimeZone = null);

/// <summary>
/// Why not: a code for programs, a sentence for people and, where fields are at fault, what is wrong with each. The
/// rest is what the refused needs to see.
/// </summary>
internal sealed record ProblemJson
{
    public required int Status { get; init; }

    public required string Title { get; init; }

    public required string Code { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>What the status means at all.</summary>
    public string? Type { get; init; }

    /// <summary>What the server's own log knows this request by.</summary>
    public string? TraceId { get; init; }

    /// <summary>The state a charter is in, where that is why.</summary>
    public CharterStatus? State { get; init; }

    /// <summary>What holds the boat.</summary>
    public IReadOnlyList<BlockerJson>? Blockers { get; init; }

    /// <summary>The charter the vessel has at that time.</summary>
    public Conflicting? ConflictsWith { get; init; }

    /// <summary>Who has the places of the role.</summary>
    public IReadOnlyList<Holder>? Holders { get; init; }

    /// <summary>The items as they are now, which others have marked since.</summary>
    public IReadOnlyList<ItemJson>? Items { get; init; }

    /// <summary>How many guests the vessel may carry on the charter.</summary>
    public int? Capacity { get; init; }

    /// <summary>The charter's version as it is now.</summary>
    public int? Version { get; init; }

    /// <summary>When the crew was nudged last.</summary>
    public DateTimeOffset? NudgedAt { get; init; }
}
