using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// A published charter of Aurora on July 4, with Kim as captain, Sam as deckhand, and one checklist of three
/// items.
/// </summary>
public sealed class CharterFixture : IAsyncDisposable
{
    private CharterFixture(AppFixture app, Cast cast) => (Ship, Cast) = (app, cast);

    public AppFixture Ship { get; }

    public Cast Cast { get; }

    public Guid VesselId { get; private set; }

    public Guid CharterId { get; private set; }

    public Guid ListId { get; private set; }

    private IReadOnlyList<Guid> Items { get; set; } = [];

    /// <summary>The path of the charter's page.</summary>
    public string Charter => $"/{Cast.Slug}/charters/{CharterId}";

    /// <summary>The path of the checklist's page.</summary>
    public string List => $"{Charter}/checklists/{ListId}";

    /// <summary>The path of the charter in the API.</summary>
    public string Api => $"/api/events/{CharterId}";

    public static async Task<CharterFixture> Begin(AppFixture? app = null, string slug = "queen-of-san-diego")
    {
        app ??= new AppFixture();
        var day = new CharterFixture(app, await app.Cast(slug));
        await day.Plan();
        return day;
    }

    public Guid Item(int number) => Items[number];

    /// <summary>
    /// Replans the charter to July 1, 10:00 to 12:30 local time, and departs at 10:00 regardless of the gate.
    /// </summary>
    /// <returns>The planned return.</returns>
    public async Task<DateTimeOffset> Sail()
    {
        var plan = await Cast.Dana.Api
            .Put(Api,
                new {
                    event_date = "2026-07-01", departure_time = "2026-07-01T10:00", return_time = "2026-07-01T12:30" })
            .Json();
        Ship.Clock.SetUtcNow(AppFixture.Morning.AddHours(1));
        await Ship.Change(Cast.OperatorId, async (db, actor) =>
        {
            var charter = await db.Charters.FirstAsync(row => row.Id == CharterId);
            return charter.Board(actor) ?? charter.Depart(null, [], null, actor);
        });
        return (DateTimeOffset)plan["return_time"]!;
    }

    public ValueTask DisposeAsync() => Ship.DisposeAsync();

    private async Task Plan()
    {
        var templateId = await Ship.Change(Cast.OperatorId, (db, _) =>
        {
            var template = new ChecklistTemplate(Cast.OperatorId, new("Before departure", Phase.PreDeparture,
                [new("Navigation lights", true), new("Bilge pump", true), new("Fresh water", false)]));
            db.Add(template);
            return Task.FromResult(template.Id);
        });
        var office = Cast.Dana.Api;
        var vessel = await office.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 49 }).Json(201);
        VesselId = Id(vessel);
        var charter = await office.Post("/api/events", new
        {
            vessel_id = VesselId, event_date = "2026-07-04", captain_id = Cast.Kim.MemberId, title = "Sunset sail",
            departure_time = "2026-07-04T17:30", return_time = "2026-07-04T20:00", meeting_point = "Pier 3",
            publish = true,
        }).Json(201);
        CharterId = Id(charter);
        await Cast.Sam.Api.Post($"{Api}/roles/deckhand/claim").Json();
        var list = await office.Post($"{Api}/checklists", new { template_id = templateId }).Json(201);
        (ListId, Items) = (Id(list), [.. list["items"]!.AsArray().Select(item => Id(item!))]);
    }

    private static Guid Id(JsonNode item) => (Guid)item["id"]!;
}
