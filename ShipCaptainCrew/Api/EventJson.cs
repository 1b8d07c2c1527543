using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Api;

/// <summary>A charter on the wire, where it is called an event.</summary>
internal sealed record EventJson(
    Guid Id, Guid VesselId, DateOnly EventDate, Guid? CaptainId, Guid? CharterTypeId, string Title,
    DateTimeOffset? DepartureTime, DateTimeOffset? ReturnTime, string? MeetingPoint, DateTimeOffset? GuestsArriveAt,
    Contact Contact, string? Reference, int? GuestsExpected, string? Notes,
    CharterStatus Status, string? CancelReason, string? OverrideReason, IReadOnlyList<int>? ReminderHours, DateTimeOffset? NudgedAt, int Version, long Revision,
    TimingJson Timing, IEnumerable<PlaceJson> Roles, IEnumerable<ChecklistJson> Checklists, GuestsJson Guests, IEnumerable<WarningJson> Warnings)
{
    /// <summary>The charter as this viewer may see it: whoever booked is left out for those who do not sail with them.</summary>
    public static EventJson Of(CharterSheet sheet, Viewer viewer, DateTimeOffset now, IEnumerable<Warning> warnings, IStringLocalizer<Text> localizer) =>
        Of(sheet, sheet.Charter, viewer.May(Right.SeeContact, sheet.Charter), now, warnings, localizer);

    private static EventJson Of(CharterSheet sheet, Charter c, bool seesContact, DateTimeOffset now, IEnumerable<Warning> warnings, IStringLocalizer<Text> localizer) => new(
        c.Id, c.VesselId, c.Date, c.CaptainId, c.CharterTypeId, c.Title,
        c.Departure, c.Return, c.MeetingPoint, c.GuestsArriveAt,
        seesContact ? c.Contact : Contact.None, seesContact ? c.Reference : null, c.GuestsExpected, c.Notes,
        c.Status, c.CancelReason, c.Override?.Reason, c.ReminderHours, c.NudgedAt, c.Version, c.Revision,
        TimingJson.Of(sheet, now, localizer), c.Places.OrderBy(place => place.Role).ThenBy(place => place.Id).Select(place => PlaceJson.Of(place, sheet)),
        sheet.Checklists.Select(ChecklistJson.Of), new(c.GuestsExpected, sheet.Guests.Listed, sheet.Guests.Signed, sheet.Guests.Boarded), WarningJson.Of(warnings, localizer));
}

internal sealed record PlaceJson(Guid Id, CrewRole Role, Holder? Member, string Status, DateTimeOffset? ConfirmedAt)
{
    public static PlaceJson Of(Place place, CharterSheet sheet) => place.MemberId is { } member
        ? new(place.Id, place.Role, new(member, sheet.NameOf(member)), "claimed", place.ConfirmedAt)
        : new(place.Id, place.Role, null, "unassigned", null);
}

internal sealed record ChecklistJson(Guid Id, string Name, Phase Phase, IEnumerable<ItemJson> Items, ProgressJson Progress)
{
    public static ChecklistJson Of(Checklist list) => new(list.Id, list.Name, list.Phase, list.Items.Select(ItemJson.Of), ProgressJson.Of(list.Progress));
}

internal sealed record ProgressJson(int Pending, int InProgress, int Complete)
{
    public static ProgressJson Of(Progress progress) => new(progress.Pending, progress.InProgress, progress.Complete);
}

internal sealed record ItemJson(Guid Id, string Text, bool Required, ItemState State, int Version, Guid? ChangedBy, DateTimeOffset? ChangedAt)
{
    public static ItemJson Of(ChecklistItem item) => new(item.Id, item.Text, item.Required, item.State, item.Version, item.ChangedBy, item.ChangedAt);
}

internal sealed record GuestsJson(int? Expected, int Listed, int Signed, int Boarded);

internal sealed record WarningJson(string Code, string Message)
{
    public static IEnumerable<WarningJson> Of(IEnumerable<Warning> warnings, IStringLocalizer<Text> localizer) =>
        warnings.Select(warning => new WarningJson(warning.Code, localizer.Say(warning.Says)));
}

internal sealed record TimingJson(
    string TimeZone, DateTimeOffset? CallTime, DateTimeOffset? BoardingTime, DateTimeOffset? DepartureTime, DateTimeOffset? ReturnTime,
    DateTimeOffset? ActualDeparture, DateTimeOffset? ActualReturn,
    DateTimeOffset? Sunrise, DateTimeOffset? Sunset, DateTimeOffset? CivilDusk, IEnumerable<WarningJson> Warnings)
{
    public static TimingJson Of(CharterSheet sheet, DateTimeOffset now, IStringLocalizer<Text> localizer)
    {
        var (c, sun) = (sheet.Charter, sheet.Sun);
        return new(
            c.TimeZone, c.CallTime, c.BoardingTime, c.Departure, c.Return, c.ActualDeparture, c.ActualReturn,
            sun.Sunrise, sun.Sunset, sun.CivilDusk, WarningJson.Of(sheet.TimingWarnings(now), localizer));
    }
}
