using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>
/// The five endpoints of one kind of reference data. All members may read; the actions check the right to change.
/// </summary>
/// <param name="Path">Path of the collection below <c>/api</c>, a plural that ends in "s".</param>
/// <param name="Json">Converts an entity to its response body, with what the viewer may see.</param>
/// <param name="Body">The request body of a creation.</param>
/// <param name="Edit">The request body of a change, if it differs.</param>
/// <param name="Refusals">Additional error statuses of changing and archiving.</param>
internal sealed record ReferenceEndpoints<TEntity, TActions, TJson>(
    string Path, Func<TEntity, Viewer, TJson> Json, Type Body, Type? Edit = null, params int[] Refusals)
    where TEntity : ArchivableEntity
    where TActions : class, IReferenceDataActions
    where TJson : class
{
    public void Map(RouteGroupBuilder api)
    {
#pragma warning disable RDG011 // Generic handlers are not generated at build time; these are compiled at startup.
        var plural = Path.TrimStart('/').Replace('-', ' ');
        var names = string.Concat(plural.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var name = names[..^1];
        api.MapGet(Path, List)
            .WithName($"list{names}")
            .WithSummary($"Lists {plural}")
            .TakesQuery<SliceQuery>().Produces<Listing<TJson>>();
        api.MapPost(Path, Create)
            .WithName($"create{name}")
            .WithSummary($"Adds one of the {plural}")
            .Takes(Body).Produces<TJson>(201);
        api.MapGet($"{Path}/{{id:guid}}", One)
            .WithName($"get{name}")
            .WithSummary($"Gets one of the {plural}")
            .Produces<TJson>();
        api.MapPut($"{Path}/{{id:guid}}", Change)
            .WithName($"update{name}")
            .WithSummary($"Changes the given fields of one of the {plural}")
            .Takes(Edit ?? Body).Refuses(Refusals).Produces<TJson>();
        api.MapDelete($"{Path}/{{id:guid}}", Archive)
            .WithName($"archive{name}")
            .WithSummary($"Archives one of the {plural}")
            .Refuses(Refusals).Produces(204);
#pragma warning restore RDG011
    }

    private async Task<IResult> List(HttpRequest request, Viewer viewer, AppDbContext db)
    {
        var query = request.ReadQuery();
        var slice = Slice.Read(query);
        if (query.Refusal is { } invalid) return new Refused(invalid);
        var entities = await db.Set<TEntity>().AsNoTracking()
            .Where(row => row.ArchivedAt == null)
            .OrderBy(row => row.Id)
            .After(slice)
            .ToListAsync();
        return Results.Ok(slice.Of(entities, entity => entity.Id.ToString()).As(entity => Json(entity, viewer)));
    }

    private async Task<IResult> Create(HttpRequest request, Viewer viewer, TActions actions, AppDbContext db) =>
        await Answer(await actions.Create(viewer, await request.ReadJson()), viewer, db);

    private async Task<IResult> One(Guid id, Viewer viewer, AppDbContext db) =>
        (await Find(db, viewer, id)).OkOrNotFound();

    private async Task<IResult> Change(
        Guid id, HttpRequest request, Viewer viewer, TActions actions, AppDbContext db) =>
        await Answer(await actions.Change(viewer, id, await request.ReadJson()), viewer, db);

    private async Task<IResult> Archive(Guid id, HttpRequest request, Viewer viewer, TActions actions) =>
        (await actions.Archive(viewer, id, await request.ReadJson())).Gone();

    public Task<IResult> Answer(Outcome outcome, Viewer viewer, AppDbContext db) =>
        outcome.Answer(id => Find(db, viewer, id), id => ApiAddresses.Reference(Path, id));

    private async Task<TJson?> Find(AppDbContext db, Viewer viewer, Guid id) =>
        await db.Set<TEntity>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is { } entity
            ? Json(entity, viewer)
            : null;
}
