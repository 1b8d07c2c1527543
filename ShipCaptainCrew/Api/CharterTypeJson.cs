using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

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
