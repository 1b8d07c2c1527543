using System.Globalization;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

internal static class CharterTypesApi
{
    private static readonly ReferenceEndpoints<CharterType, CharterTypeActions, CharterTypeJson> Endpoints =
        new("/charter-types", (type, _) => CharterTypeJson.Of(type), typeof(CharterTypeBody));

    public static void MapCharterTypes(this RouteGroupBuilder api) => Endpoints.Map(api);
}

/// <summary>A charter type.</summary>
internal sealed record CharterTypeJson
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required int DurationMinutes { get; init; }

    public required ScheduleJson Schedule { get; init; }

    public required int CallMinutesBefore { get; init; }

    public required int BoardingMinutesBefore { get; init; }

    public required ManningJson Roles { get; init; }

    public required IReadOnlyList<Guid> ChecklistTemplateIds { get; init; }

    public required Guid? WaiverTemplateId { get; init; }

    public required bool AutomaticTransitions { get; init; }

    public required IReadOnlyList<int>? ReminderHours { get; init; }

    public static CharterTypeJson Of(CharterType t) => new()
    {
        Id = t.Id,
        Name = t.Name,
        DurationMinutes = t.Schedule.DurationMinutes,
        Schedule = ScheduleJson.Of(t.Schedule),
        CallMinutesBefore = t.Schedule.CallMinutesBefore,
        BoardingMinutesBefore = t.Schedule.BoardingMinutesBefore,
        Roles = ManningJson.Of(t.Roles),
        ChecklistTemplateIds = t.ChecklistTemplateIds,
        WaiverTemplateId = t.WaiverTemplateId,
        AutomaticTransitions = t.AutomaticTransitions,
        ReminderHours = t.ReminderHours,
    };
}

/// <summary>A departure at a local time or relative to sunset; only the fields of its anchor are present.</summary>
internal sealed record ScheduleJson(
    DepartureRule Anchor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Time = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? OffsetMinutes = null)
{
    public static ScheduleJson Of(Schedule schedule) => schedule.Anchor == DepartureRule.Fixed
        ? new(DepartureRule.Fixed, schedule.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), null)
        : new(DepartureRule.Sunset, null, schedule.OffsetMinutes);
}

internal sealed record ManningJson(int Captain, int FirstMate, int Deckhand)
{
    public static ManningJson Of(Manning manning) => new(manning.Captain, manning.FirstMate, manning.Deckhand);
}
