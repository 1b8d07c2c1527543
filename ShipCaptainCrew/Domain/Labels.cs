using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Domain;

/// <summary>The words that people see for enum values; <see cref="WireNames"/> has the names used in the API.</summary>
public static class Labels
{
    public static LocalizedText Label(this CrewRole role) => role switch
    {
        CrewRole.Captain => "captain",
        CrewRole.FirstMate => "first mate",
        _ => "deckhand",
    };

    public static LocalizedText Label(this CrewRole role, int count) => (role, count) switch
    {
        (_, 1) => role.Label(),
        (CrewRole.Captain, _) => "captains",
        (CrewRole.FirstMate, _) => "first mates",
        _ => "deckhands",
    };

    /// <summary>When charters with this schedule depart, such as <c>90 min before sunset</c>.</summary>
    public static LocalizedText Label(this Schedule schedule) => schedule switch
    {
        { Anchor: DepartureRule.Sunset, OffsetMinutes: 0 } => "At sunset",
        { Anchor: DepartureRule.Sunset, OffsetMinutes: < 0 } =>
            new LocalizedText("{0} min before sunset", -schedule.OffsetMinutes),
        { Anchor: DepartureRule.Sunset } => new LocalizedText("{0} min after sunset", schedule.OffsetMinutes),
        { Time: { } time } => new LocalizedText("At {0}", TimeText.Time(time)),
        _ => "At any time",
    };

    public static LocalizedText Label(this CharterStatus status) => status switch
    {
        CharterStatus.Draft => "draft",
        CharterStatus.Scheduled => "scheduled",
        CharterStatus.Boarding => "boarding",
        CharterStatus.Underway => "under way",
        CharterStatus.Returned => "returned",
        CharterStatus.Closed => "closed",
        _ => "canceled",
    };

    /// <summary>The status change that led to this status.</summary>
    public static LocalizedText MoveLabel(this CharterStatus status) => status switch
    {
        CharterStatus.Draft => "planned",
        CharterStatus.Scheduled => "published",
        CharterStatus.Boarding => "boarding opened",
        CharterStatus.Underway => "lines off",
        CharterStatus.Returned => "all fast",
        CharterStatus.Closed => "closed",
        _ => "canceled",
    };

    public static LocalizedText Label(this ItemState state) => state switch
    {
        ItemState.Pending => "To do",
        ItemState.InProgress => "Started",
        _ => "Done",
    };

    public static LocalizedText Label(this Phase phase) => phase switch
    {
        Phase.PreDeparture => "Before departure",
        Phase.Underway => "Under way",
        _ => "After return",
    };

    public static LocalizedText Label(this Severity severity) => severity switch
    {
        Severity.Minor => "Minor",
        Severity.Serious => "Serious",
        _ => "No-sail",
    };

    public static LocalizedText Label(this GuestStatus status) => status switch
    {
        GuestStatus.Expected => "Expected",
        GuestStatus.Arrived => "Arrived",
        GuestStatus.Boarded => "Aboard",
        _ => "No-show",
    };

    public static LocalizedText Label(this MemberRole role) => role switch
    {
        MemberRole.Owner => "owner",
        MemberRole.Dispatcher => "dispatcher",
        _ => "crew",
    };

    public static LocalizedText Label(this MemberStatus status) => status switch
    {
        MemberStatus.Invited => "Invited",
        MemberStatus.Active => "Active",
        _ => "Suspended",
    };
}
