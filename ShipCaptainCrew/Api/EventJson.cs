using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

/// <summary>A charter, which the API calls an event.</summary>
internal sealed record EventJson
{
    public required Guid Id { get; init; }

    public required Guid VesselId { get; init; }

    public required DateOnly EventDate { get; init; }

    public required Guid? CaptainId { get; init; }

    public required Guid? CharterTypeId { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset? DepartureTime { get; init; }

    public required DateTimeOffset? ReturnTime { get; init; }

    public required string? MeetingPoint { get; init; }

    public required DateTimeOffset? GuestsArriveAt { get; init; }

    public required Contact Contact { get; init; }

    public required string? Reference { get; init; }

    public required int? GuestsExpected { get; init; }

    public required string? Notes { get; init; }

    public required CharterStatus Status { get; init; }

    public required string? CancelReason { get; init; }

    public required string? OverrideReason { get; init; }

    public required string? CloseReason { get; init; }

    public required IReadOnlyList<int>? ReminderHours { get; init; }

    public required DateTimeOffset? NudgedAt { get; init; }

    public required int Version { get; init; }

    public required long Revision { get; init; }

    public required TimingJson Timing { get; init; }

    public required IEnumerable<PositionJson> Roles { get; init; }

    public required IEnumerable<ChecklistJson> Checklists { get; init; }

    public required GuestsJson Guests { get; init; }

    public required IEnumerable<WarningJson> Warnings { get; init; }

    /// <summary>
    /// The charter as this viewer may see it; the customer's contact is only for its crew and the office.
    /// </summary>
    public static EventJson Of(CharterView view, Viewer viewer, DateTimeOffset now, IEnumerable<Warning> warnings,
        IStringLocalizer<Text> localizer) =>
        Of(view, view.Charter, viewer.May(Right.SeeContact, view.Charter), now, warnings, localizer);

    private static EventJson Of(
        CharterView view,
        Charter c,
        bool seesContact,
        DateTimeOffset now,
        IEnumerable<Warning> warnings,
        IStringLocalizer<Text> localizer) => new()
    {
        Id = c.Id,
        VesselId = c.VesselId,
        EventDate = c.Date,
        CaptainId = c.CaptainId,
        CharterTypeId = c.CharterTypeId,
        Title = c.Title,
        DepartureTime = c.Departure,
        ReturnTime = c.Return,
        MeetingPoint = c.MeetingPoint,
        GuestsArriveAt = c.GuestsArriveAt,
        Contact = seesContact ? c.Contact : Contact.None,
        Reference = seesContact ? c.Reference : null,
        GuestsExpected = c.GuestsExpected,
        Notes = c.Notes,
        Status = c.Status,
        CancelReason = c.CancelReason,
        OverrideReason = c.Override?.Reason,
        CloseReason = c.CloseReason,
        ReminderHours = c.ReminderHours,
        NudgedAt = c.NudgedAt,
        Version = c.Version,
        Revision = c.Revision,
        Timing = TimingJson.Of(view, now, localizer),
        Roles = c.Positions.OrderBy(position => position.Role).ThenBy(position => position.Id)
            .Select(position => PositionJson.Of(position, view)),
        Checklists = view.Checklists.Select(ChecklistJson.Of),
        Guests = new(c.GuestsExpected, view.Guests.Listed, view.Guests.Signed, view.Guests.Boarded),
        Warnings = WarningJson.Of(warnings, localizer),
    };
}
