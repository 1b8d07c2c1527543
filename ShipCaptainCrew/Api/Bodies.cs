using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

// What calls take, for their description alone: reading is done by each noun's Details, which tells every field's fault at once.
// A parameter without a default is required where a thing is made; a PUT takes any of the fields.
internal sealed record AskBody(string Email);

/// <summary>A link's token with the mark of who asked or the code of the letter; or the mark and the code; or an invitation's token and one's name.</summary>
internal sealed record TokenBody(string? Token = null, string? Ask = null, string? Code = null, string? Name = null, string? Operator = null);

internal sealed record VesselBody(
    string Name, int PassengerCapacity, bool Inspected = true, int? MaxPersons = null, int? MinimumCrew = null,
    int TurnaroundMinutes = 30, bool NavigationLights = true, string? TimeZone = null, Port? HomePort = null);

internal sealed record MemberBody(
    string Name, string Email, string? Phone = null, MemberRole Role = MemberRole.Crew, IReadOnlyList<CrewRole>? Qualifications = null);

/// <summary>The address is fixed once invited.</summary>
internal sealed record MemberEdit(
    string? Name = null, string? Phone = null, MemberRole? Role = null, IReadOnlyList<CrewRole>? Qualifications = null, MemberStatus? Status = null);

internal sealed record CharterTypeBody(
    string Name, int DurationMinutes, ScheduleBody? Schedule = null, int CallMinutesBefore = 60, int BoardingMinutesBefore = 30, ManningBody? Roles = null,
    IReadOnlyList<Guid>? ChecklistTemplateIds = null, Guid? WaiverTemplateId = null, bool AutomaticTransitions = false, IReadOnlyList<int>? ReminderHours = null);

/// <summary>A clock time of departure, or minutes from sunset.</summary>
internal sealed record ScheduleBody(Anchor Anchor = Anchor.Fixed, string? Time = null, int? OffsetMinutes = null);

internal sealed record ManningBody(int Captain = 1, int FirstMate = 1, int Deckhand = 2);

internal sealed record StandingOrdersBody(IReadOnlyList<int>? ReminderHours = null, int? GraceMinutes = null, ContactBody? ShoreContact = null, int? WaiverYears = null);

internal sealed record ChecklistTemplateBody(string Name, Phase Phase = Phase.PreDeparture, IReadOnlyList<TemplateItemBody>? Items = null);

internal sealed record TemplateItemBody(string Text, bool Required = false);

/// <summary>Times without an offset are by the clock where the vessel lies; a bare 17:30 is on the charter's date.</summary>
internal sealed record EventBody(
    Guid VesselId, DateOnly EventDate, Guid CaptainId, Guid? CharterTypeId = null, string? Title = null, string? DepartureTime = null, string? ReturnTime = null,
    string? MeetingPoint = null, string? GuestsArriveAt = null, ContactBody? Contact = null, string? Reference = null, int? GuestsExpected = null,
    IReadOnlyList<CrewBody>? Crew = null, ManningBody? Manning = null, string? Notes = null, IReadOnlyList<int>? ReminderHours = null, bool Publish = false);

internal sealed record ContactBody(string? Name = null, string? Email = null, string? Phone = null);

internal sealed record CrewBody(CrewRole Role, Guid MemberId);

internal sealed record GuestBody(string Name, string? Email = null, string? Phone = null, bool Minor = false, string? GuardianName = null, string? Needs = null);

internal sealed record WhereBody(Whereabout Where);

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

/// <summary>A no-sail defect holds the gate of every charter of the vessel. The charter and the item are where it was found, if on one.</summary>
internal sealed record DefectBody(string What, Severity Severity, Guid? CharterId = null, Guid? ItemId = null);

internal sealed record RemedyBody(string Remedy);

internal sealed record SliceQuery(int? Limit = null, string? Cursor = null);

internal sealed record EventQuery(DateOnly? From = null, DateOnly? To = null, CharterStatus? Status = null, int? Limit = null, string? Cursor = null);

internal sealed record SunQuery(double Latitude, double Longitude, DateOnly Date, string? TimeZone = null);

/// <summary>Why not: a code for programs, a sentence for people and, where fields are at fault, what is wrong with each. The rest is what the refused needs to see.</summary>
/// <param name="Type">What the status means at all.</param>
/// <param name="TraceId">What the server's own log knows this request by.</param>
/// <param name="State">The state a charter is in, where that is why.</param>
/// <param name="Blockers">What holds the boat.</param>
/// <param name="ConflictsWith">The charter the vessel has at that time.</param>
/// <param name="Holders">Who has the places of the role.</param>
/// <param name="Items">The items as they are now, which others have marked since.</param>
/// <param name="Capacity">How many guests the vessel may carry on the charter.</param>
/// <param name="Version">The charter's version as it is now.</param>
/// <param name="NudgedAt">When the crew was nudged last.</param>
internal sealed record ProblemJson(
    int Status, string Title, string Code, IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null, string? Type = null, string? TraceId = null,
    CharterStatus? State = null, IReadOnlyList<BlockerJson>? Blockers = null, Conflicting? ConflictsWith = null, IReadOnlyList<Holder>? Holders = null,
    IReadOnlyList<ItemJson>? Items = null, int? Capacity = null, int? Version = null, DateTimeOffset? NudgedAt = null);
