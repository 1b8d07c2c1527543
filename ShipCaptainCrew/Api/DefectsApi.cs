using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints of the defects of vessels.</summary>
internal static class DefectsApi
{
    public static void MapDefects(this RouteGroupBuilder api)
    {
        api.MapGet("/vessels/{id:guid}/defects", List)
            .WithName("listDefects")
            .WithSummary("Lists a vessel's defects in the order they were reported")
            .TakesQuery<SliceQuery>().Produces<Listing<DefectJson>>();
        api.MapPost("/vessels/{id:guid}/defects", Raise)
            .WithName("reportDefect")
            .WithSummary("Reports a defect")
            .Takes<DefectBody>().Produces<DefectJson>(201);
        api.MapGet("/defects/{id:guid}", One)
            .WithName("getDefect")
            .WithSummary("Gets one defect")
            .Produces<DefectJson>();
        api.MapPost("/defects/{id:guid}/close", Close)
            .WithName("closeDefect")
            .WithSummary("Closes a defect, with what was done about it")
            .Takes<RemedyBody>().Produces<DefectJson>();
    }

    private static async Task<IResult> List(Guid id, HttpRequest request, AppDbContext db)
    {
        var query = request.ReadQuery();
        var slice = Slice.Read(query);
        if (!await db.Vessels.AnyAsync(row => row.Id == id)) return new Refused(Refusal.NotFound());
        if (query.Refusal is { } invalid) return new Refused(invalid);
        var defects = await db.Defects.AsNoTracking().Where(row => row.VesselId == id).OrderBy(row => row.Id)
            .After(slice).ToListAsync();
        return Results.Ok(slice.Of(defects, defect => defect.Id.ToString()).As(DefectJson.Of));
    }

    private static async Task<IResult> Raise(
        Guid id, HttpRequest request, Viewer viewer, DefectActions defects, AppDbContext db) =>
        await Answer(await defects.Raise(viewer, id, await request.ReadJson()), db);

    private static async Task<IResult> One(Guid id, AppDbContext db) => (await Find(db, id)).OkOrNotFound();

    private static async Task<IResult> Close(
        Guid id, HttpRequest request, Viewer viewer, DefectActions defects, AppDbContext db) =>
        await Answer(await defects.Close(viewer, id, await request.ReadJson()), db);

    private static Task<IResult> Answer(Outcome outcome, AppDbContext db) =>
        outcome.Answer(id => Find(db, id), ApiAddresses.Defect);

    private static async Task<DefectJson?> Find(AppDbContext db, Guid id) =>
        await db.Defects.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } defect
            ? DefectJson.Of(defect)
            : null;
}
