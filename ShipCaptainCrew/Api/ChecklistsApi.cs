using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints of a charter's checklists.</summary>
internal static class ChecklistsApi
{
    public static void MapChecklists(this RouteGroupBuilder api)
    {
        api.MapPost("/events/{id:guid}/checklists", Add)
            .WithName("addChecklist")
            .WithSummary("Adds a checklist")
            .Takes<ChecklistBody>().Refuses(409).Produces<ChecklistJson>(201);
        api.MapPut("/events/{id:guid}/checklists/{checklistId:guid}", Mark)
            .WithName("markChecklistItems")
            .WithSummary("Marks items; either all changes are applied or none")
            .Takes<MarksBody>(whole: true).Refuses(409).Produces<ChecklistJson>();
    }

    private static async Task<IResult> Add(
        Guid id, HttpRequest request, Viewer viewer, ChecklistActions checklists, AppDbContext db) =>
        await (await checklists.Add(viewer, id, await request.ReadJson()))
            .Answer(list => Find(db, list), list => ApiAddresses.Checklist(id, list));

    private static async Task<IResult> Mark(
        Guid id, Guid checklistId, HttpRequest request, Viewer viewer, ChecklistActions checklists, AppDbContext db)
    {
        var (outcome, saved) = await checklists.Mark(viewer, id, checklistId, await request.ReadJson());
        if (outcome.Refusal is { Code: Checklist.StaleChange } stale)
            return new Refused(stale with { Extensions = await Current(db, checklistId, stale) });
        return await outcome.Answer(
            async list => saved is null ? await Find(db, list) : ChecklistJson.Of(saved.List),
            list => ApiAddresses.Checklist(id, list));
    }

    /// <summary>The items as they are now, for the member whose change was refused.</summary>
    private static async Task<Dictionary<string, object?>> Current(AppDbContext db, Guid checklistId, Refusal stale)
    {
        var ids = (IReadOnlyCollection<Guid>)stale.Extensions!["items"]!;
        var list = await Find(db, checklistId);
        return new() { ["items"] = list!.Items.Where(item => ids.Contains(item.Id)).ToList() };
    }

    private static async Task<ChecklistJson?> Find(AppDbContext db, Guid id) =>
        await db.ReadChecklist(id) is { } list ? ChecklistJson.Of(list) : null;
}
