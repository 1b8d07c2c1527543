using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>A charter on the wire, where it is called an event.</summary>
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
    /// The charter as this viewer may see it: whoever booked is left out for those who do not sail with them.
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

internal sealed record PositionJson(Guid Id, CrewRole Role, Holder? Member, string Status, DateTimeOffset? ConfirmedAt)
{
    public static PositionJson Of(CrewPosition position, CharterView view) => position.MemberId is { } member
        ? new(position.Id, position.Role, new(member, view.NameOf(member)), "claimed", position.ConfirmedAt)
        : new(position.Id, position.Role, null, "unassigned", null);
}

internal sealed record ChecklistJson(
    Guid Id, string Name, Phase Phase, IEnumerable<ItemJson> Items, ProgressJson Progress)
{
    public static ChecklistJson Of(Checklist list) =>
        new(list.Id, list.Name, list.Phase, list.Items.Select(ItemJson.Of), ProgressJson.Of(list.Progress));
}

internal sealed record ProgressJson(int Pending, int InProgress, int Complete)
{
    public static ProgressJson Of(Progress progress) => new(progress.Pending, progress.InProgress, progress.Complete);
}

internal sealed record ItemJson
{
    public required Guid Id { get; init; }

    public required string Text { get; init; }

    public required bool Required { get; init; }

    public required ItemState State { get; init; }

    public required int Version { get; init; }

    public required Guid? ChangedBy { get; init; }

    public required DateTimeOffset? ChangedAt { get; init; }

    public static ItemJson Of(ChecklistItem item) => new()
    {
        Id = item.Id,
        Text = item.Text,
        Required = item.Required,
        State = item.State,
        Version = item.Version,
        ChangedBy = item.ChangedBy,
        ChangedAt = item.ChangedAt,
    };
}

internal sealed record GuestsJson(int? Expected, int Listed, int Signed, int Boarded);

internal sealed record WarningJson(string Code, string Message)
{
    public static IEnumerable<WarningJson> Of(IEnumerable<Warning> warnings, IStringLocalizer<Text> localizer) =>
        warnings.Select(warning => new WarningJson(warning.Code, localizer.Say(warning.Message)));
}

internal sealed record TimingJson
{
    public required string TimeZone { get; init; }

    public required DateTimeOffset? CallTime { get; init; }

    public required DateTimeOffset? BoardingTime { get; init; }

    public required DateTimeOffset? DepartureTime { get; init; }

    public required DateTimeOffset? ReturnTime { get; init; }

    public required DateTimeOffset? ActualDeparture { get; init; }

    public required DateTimeOffset? ActualReturn { get; init; }

    public required DateTimeOffset? Sunrise { get; init; }

    public required DateTimeOffset? Sunset { get; init; }

    public required DateTimeOffset? CivilDusk { get; init; }

    public required IEnumerable<WarningJson> Warnings { get; init; }

    public static TimingJson Of(CharterView view, DateTimeOffset now, IStringLocalizer<Text> localizer)
    {
        var (c, sun) = (view.Charter, view.Sun);
        return new()
        {
            TimeZone = c.TimeZone,
            CallTime = c.CallTime,
            BoardingTime = c.BoardingTime,
            DepartureTime = c.Departure,
            ReturnTime = c.Return,
            ActualDeparture = c.ActualDeparture,
            ActualReturn = c.ActualReturn,
            Sunrise = sun.Sunrise,
            Sunset = sun.Sunset,
            CivilDusk = sun.CivilDusk,
            Warnings = WarningJson.Of(view.TimingWarnings(now), localizer),
        };
    }
}
