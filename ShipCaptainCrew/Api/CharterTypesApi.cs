using System.Globalization;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

internal static class CharterTypesApi
{
    private static readonly ReferenceDoors<CharterType, CharterTypeActions, CharterTypeJson> Doors = new("/charter-types", (type, _) => CharterTypeJson.Of(type), typeof(CharterTypeBody));

    public static void MapCharterTypes(this RouteGroupBuilder api) => Doors.Map(api);
}

/// <summary>A charter type on the wire.</summary>
internal sealed record CharterTypeJson(
    Guid Id, string Name, int DurationMinutes, ScheduleJson Schedule, int CallMinutesBefore, int BoardingMinutesBefore,
    ManningJson Roles, IReadOnlyList<Guid> ChecklistTemplateIds, Guid? WaiverTemplateId, bool AutomaticTransitions, IReadOnlyList<int>? ReminderHours)
{
    public static CharterTypeJson Of(CharterType t) => new(
        t.Id, t.Name, t.Schedule.DurationMinutes, ScheduleJson.Of(t.Schedule), t.Schedule.CallMinutesBefore, t.Schedule.BoardingMinutesBefore,
        ManningJson.Of(t.Roles), t.ChecklistTemplateIds, t.WaiverTemplateId, t.AutomaticTransitions, t.ReminderHours);
}

/// <summary>Either a clock time or minutes from sunset.</summary>
internal sealed record ScheduleJson(
    Anchor Anchor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Time = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? OffsetMinutes = null)
{
    public static ScheduleJson Of(Schedule schedule) => schedule.Anchor == Anchor.Fixed
        ? new(Anchor.Fixed, schedule.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), null)
        : new(Anchor.Sunset, null, schedule.OffsetMinutes);
}

internal sealed record ManningJson(int Captain, int FirstMate, int Deckhand)
{
    public static ManningJson Of(Manning manning) => new(manning.Captain, manning.FirstMate, manning.Deckhand);
}
