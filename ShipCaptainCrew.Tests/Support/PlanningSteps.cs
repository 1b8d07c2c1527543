using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Steps of the office that create vessels, templates, charter types and charters.</summary>
public static class PlanningSteps
{
    /// <summary>At 16:30 local time, for two and a half hours.</summary>
    public static readonly Schedule AtHalfPastFour = new()
    {
        Anchor = DepartureRule.Fixed,
        Time = new(16, 30),
        DurationMinutes = 150,
    };

    /// <summary>Ninety minutes before sunset, for two hours.</summary>
    public static readonly Schedule BeforeSunset = new()
    {
        Anchor = DepartureRule.Sunset,
        OffsetMinutes = -90,
        DurationMinutes = 120,
    };

    public static async Task<Guid> Vessel(
        this Cast cast, string name = "Aurora", int turnaround = 30, string? timeZone = null, object? homePort = null)
    {
        var vessel = new { name, passenger_capacity = 12, turnaround_minutes = turnaround, time_zone = timeZone,
            home_port = homePort };
        return (Guid)(await cast.Dana.Api.Post("/api/vessels", vessel).Json(201))["id"]!;
    }

    public static Task<Guid> Template(this Cast cast, string name, params string[] items) =>
        cast.Ship.Change(cast.OperatorId, (db, _) =>
    {
        var template =
            new ChecklistTemplate(cast.OperatorId,
                new(name, Phase.PreDeparture, [.. items.Select(text => new TemplateItem(text, true))]));
        db.Add(template);
        return Task.FromResult(template.Id);
    });

    public static Task<Guid> Type(
        this Cast cast, string name, Schedule schedule, Manning? roles = null, params Guid[] templates) =>
        cast.Ship.Change(cast.OperatorId, (db, _) =>
        {
            var type = new CharterType(cast.OperatorId, new()
            {
                Name = name,
                Schedule = schedule,
                Roles = roles ?? new(),
                ChecklistTemplateIds = templates,
            });
            db.Add(type);
            return Task.FromResult(type.Id);
        });

    /// <summary>Plans a charter as Dana; by default on July 4, with Kim as captain, published.</summary>
    public static Task<HttpResponseMessage> Plan(this Cast cast, Guid vessel, JsonObject? more = null)
    {
        var plan =
            new JsonObject { ["vessel_id"] = vessel, ["event_date"] = "2026-07-04", ["captain_id"] = cast.Kim.MemberId,
                ["publish"] = true };
        foreach (var (field, value) in more ?? []) plan[field] = value?.DeepClone();
        return cast.Dana.Api.Post("/api/events", plan);
    }

    /// <summary>Plans a charter between two local times.</summary>
    public static Task<HttpResponseMessage> Plan(
        this Cast cast, Guid vessel, string departure, string returnTime, string? title = null) =>
        cast.Plan(vessel, new() { ["departure_time"] = departure, ["return_time"] = returnTime, ["title"] = title });
}
