using System.ComponentModel;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Api;

// These records only describe request bodies for the OpenAPI document. The Details types read the bodies and report all
// invalid fields at once. Parameters without a default are required in a POST; a PUT takes any of the fields.
internal sealed record AskBody(string Email);

/// <summary>
/// The link's token with the value of <c>ask</c> or the code from the email; or <c>ask</c> and the code; or an
/// invitation's token and the person's name, if they never joined an operator (else 409 sign_in_first).
/// </summary>
internal sealed record TokenBody(
    string? Token = null, string? Ask = null, string? Code = null, string? Name = null, string? Operator = null);

/// <summary>The token in the invitation's link.</summary>
internal sealed record AcceptBody(string Token);

/// <summary>
/// Times without an offset are in the vessel's time zone; a time without a date is on the charter's date.
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

/// <summary>The member, if named by the office or the captain; without it, the caller.</summary>
internal sealed record WhoBody(Guid? MemberId = null);

internal sealed record ReasonBody(string Reason);

/// <summary>With a state, the change is undone only if the charter is in that state.</summary>
internal sealed record UndoBody(string? Reason = null, CharterStatus? State = null);

/// <summary>The time of the change if not now; not in the future.</summary>
internal sealed record MoveBody(string? At = null);

/// <summary>The reason for leaving required items or head counts open; kept only if something is open.</summary>
internal sealed record CloseBody(string? At = null, string? Reason = null);

/// <summary>The reason for overriding blockers, by the captain or the office.</summary>
internal sealed record DepartBody(string? At = null, string? OverrideReason = null);

/// <summary>A reason is required to change a time that is already set.</summary>
internal sealed record TimesBody(string? ActualDeparture = null, string? ActualReturn = null, string? Reason = null);

internal sealed record ChecklistBody(Guid TemplateId);

internal sealed record MarksBody(IReadOnlyList<MarkBody> Items);

/// <summary>
/// The new state of an item, and the version that was shown; without a version, the last change wins.
/// </summary>
internal sealed record MarkBody(Guid Id, ItemState State, int? Version = null);

/// <summary>
/// A no-sail defect keeps every charter of the vessel from departing. The charter and item are where it was found, if
/// any.
/// </summary>
internal sealed record DefectBody(string What, Severity Severity, Guid? CharterId = null, Guid? ItemId = null);

internal sealed record RemedyBody(string Remedy);
