using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Api;

internal static class VesselsApi
{
    public static void MapVessels(this RouteGroupBuilder api)
    {
        api.MapGet("/vessels", List);
        api.MapPost("/vessels", Create).Accepts<VesselDetails>("application/json").Produces<VesselJson>(201);
        api.MapGet("/vessels/{id:guid}", One).WithName("vessel");
        api.MapPut("/vessels/{id:guid}", Change).Accepts<VesselDetails>("application/json").Produces<VesselJson>();
        api.MapDelete("/vessels/{id:guid}", Archive).Produces(204);
    }

    private static async Task<IResult> List(HttpRequest request, ShipDb db)
    {
        var query = request.ReadQuery();
        var slice = Slice.Read(query);
        if (query.Refusal is { } bad) return new Refused(bad);
        var vessels = await db.Vessels.AsNoTracking().Where(vessel => vessel.ArchivedAt == null).OrderBy(vessel => vessel.Id)
            .After(slice).ToListAsync();
        return Results.Ok(slice.Of(vessels.ConvertAll(VesselJson.Of), vessel => vessel.Id.ToString()));
    }

    private static async Task<IResult> Create(HttpRequest request, Viewer viewer, VesselActions vessels, ShipDb db) =>
        await (await vessels.Create(viewer, await request.ReadJson())).Answer(id => Find(db, id), Address);

    private static async Task<IResult> One(Guid id, ShipDb db) => (await Find(db, id)).OkOrNotFound();

    private static async Task<IResult> Change(Guid id, HttpRequest request, Viewer viewer, VesselActions vessels, ShipDb db) =>
        await (await vessels.Change(viewer, id, await request.ReadJson())).Answer(thing => Find(db, thing), Address);

    private static async Task<IResult> Archive(Guid id, HttpRequest request, Viewer viewer, VesselActions vessels) =>
        (await vessels.Archive(viewer, id, await request.ReadJson())).Gone();

    private static string Address(Guid id) => $"/api/vessels/{id}";

    private static async Task<VesselJson?> Find(ShipDb db, Guid id) =>
        await db.Vessels.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } vessel ? VesselJson.Of(vessel) : null;
}

/// <summary>A vessel on the wire.</summary>
internal sealed record VesselJson(
    Guid Id, string Name, int PassengerCapacity, bool Inspected, int? MaxPersons, int? MinimumCrew,
    int TurnaroundMinutes, bool NavigationLights, string? TimeZone, Port? HomePort)
{
    public static VesselJson Of(Vessel vessel) => Of(vessel.Id, vessel.Details);

    private static VesselJson Of(Guid id, VesselDetails v) => new(
        id, v.Name, v.PassengerCapacity, v.Inspected, v.MaxPersons, v.MinimumCrew, v.TurnaroundMinutes, v.NavigationLights, v.TimeZone, v.HomePort);
}
