using System.Globalization;
using System.Text.Json.Serialization;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

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
