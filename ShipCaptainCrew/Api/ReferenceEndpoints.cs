using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>
/// The five doors that every noun of the reference data has. Looking is for all members; the rest is for its actions to
/// grant.
/// </summary>
/// <param name="Path">Its list, under <c>/api</c>.</param>
/// <param name="Json">The noun on the wire, as this viewer may see it.</param>
/// <param name="Body">What it is made of.</param>
/// <param name="Edit">What can be changed, where that is not the same.</param>
/// <param name="Refusals">What else a change or an archiving can be answered with.</param>
internal sealed record ReferenceEndpoints<TNoun, TKeeper, TJson>(
    string Path, Func<TNoun, Viewer, TJson> Json, Type Body, Type? Edit = null, params int[] Refusals)
    where TNoun : ArchivableEntity
    where TKeeper : class, IReferenceDataActions
    where TJson : class
{
    public void Map(RouteGroupBuilder api)
    {
        var noun = Path.TrimStart('/').Replace('-', ' ');
        api.MapGet(Path, List).WithSummary($"Lists {noun}").Asks<SliceQuery>().Produces<Paging<TJson>>();
        api.MapPost(Path, Create).WithSummary($"Adds one of the {noun}").Takes(Body).Produces<TJson>(201);
        api.MapGet($"{Path}/{{id:guid}}", One).WithSummary($"One of the {noun}").Produces<TJson>();
        api.MapPut($"{Path}/{{id:guid}}", Change).WithSummary($"Changes the fields given of one of the {noun}")
            .Takes(Edit ?? Body).Refuses(Refusals).Produces<TJson>();
        api.MapDelete($"{Path}/{{id:guid}}", Archive).WithSummary($"Archives one of the {noun}").Refuses(Refusals)
            .Produces(204);
    }

    private async Task<IResult> List(HttpRequest request, Viewer viewer, AppDbContext db)
    {
        var query = request.ReadQuery();
        var slice = Slice.Read(query);
        if (query.Refusal is { } invalid) return new Refused(invalid);
        var nouns = await db.Set<TNoun>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Id)
            .After(slice).ToListAsync();
        return Results.Ok(slice.Of(nouns, noun => noun.Id.ToString()).As(noun => Json(noun, viewer)));
    }

    private async Task<IResult> Create(HttpRequest request, Viewer viewer, TKeeper keeper, AppDbContext db) =>
        await Answer(await keeper.Create(viewer, await request.ReadJson()), viewer, db);

    private async Task<IResult> One(Guid id, Viewer viewer, AppDbContext db) =>
        (await Find(db, viewer, id)).OkOrNotFound();

    private async Task<IResult> Change(Guid id, HttpRequest request, Viewer viewer, TKeeper keeper, AppDbContext db) =>
        await Answer(await keeper.Change(viewer, id, await request.ReadJson()), viewer, db);

    private async Task<IResult> Archive(Guid id, HttpRequest request, Viewer viewer, TKeeper keeper) =>
        (await keeper.Archive(viewer, id, await request.ReadJson())).Gone();

    public Task<IResult> Answer(Outcome outcome, Viewer viewer, AppDbContext db) =>
        outcome.Answer(id => Find(db, viewer, id), id => ApiAddresses.Reference(Path, id));

    private async Task<TJson?> Find(AppDbContext db, Viewer viewer, Guid id) =>
        await db.Set<TNoun>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } noun
            ? Json(noun, viewer) : null;
}
