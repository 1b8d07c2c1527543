using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints that change a charter's status, and its times.</summary>
internal static class LifecycleApi
{
    public static void MapLifecycle(this RouteGroupBuilder api)
    {
        api.MapPost("/events/{id:guid}/board", Board)
            .WithName("startBoarding")
            .WithSummary("Starts boarding")
            .Takes<MoveBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/depart", Depart)
            .WithName("departCharter")
            .WithSummary("Lines off, if the departure gate is open")
            .Takes<DepartBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/return", MarkReturned)
            .WithName("returnCharter")
            .WithSummary("All fast: the charter has returned")
            .Takes<MoveBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/close", Close)
            .WithName("closeCharter")
            .WithSummary("Closes the charter")
            .Takes<CloseBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/undo", Undo)
            .WithName("undoStatusChange")
            .WithSummary(
                "Undoes the last status change within 15 minutes; then the one before it, within its own 15 minutes")
            .Takes<UndoBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/reinstate", Reinstate)
            .WithName("reinstateCharter")
            .WithSummary("Reinstates a canceled charter that has not departed yet")
            .Refuses(409).Produces<EventJson>();
        api.MapGet("/events/{id:guid}/timing", Timing)
            .WithName("getTiming")
            .WithSummary("Gets the charter's times and sun times")
            .Produces<TimingJson>();
        api.MapPut("/events/{id:guid}/timing", Correct)
            .WithName("updateTiming")
            .WithSummary("Confirms or corrects the actual times")
            .Takes<TimesBody>().Produces<TimingJson>();
    }

    private static async Task<IResult> Board(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions lifecycle, EventView view) =>
        await view.Answer(await lifecycle.Board(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Depart(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions lifecycle, EventView view) =>
        await view.Answer(await lifecycle.Depart(viewer, id, await request.ReadJson()));

    private static async Task<IResult> MarkReturned(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions lifecycle, EventView view) =>
        await view.Answer(await lifecycle.MarkReturned(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Close(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions lifecycle, EventView view) =>
        await view.Answer(await lifecycle.Close(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Undo(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions lifecycle, EventView view) =>
        await view.Answer(await lifecycle.Undo(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Reinstate(
        Guid id, HttpRequest request, Viewer viewer, ReinstateActions actions, EventView view) =>
        await view.Answer(await actions.Reinstate(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Timing(
        Guid id, Viewer viewer, AppDbContext db, TimeProvider clock, IStringLocalizer<Text> localizer) =>
        (await TimingOf(id, viewer, db, clock, localizer)).OkOrNotFound();

    private static async Task<IResult> Correct(Guid id, HttpRequest request, Viewer viewer, LifecycleActions lifecycle,
        AppDbContext db, TimeProvider clock, IStringLocalizer<Text> localizer) =>
        await (await lifecycle.Correct(viewer, id, await request.ReadJson()))
            .Answer(done => TimingOf(done, viewer, db, clock, localizer), ApiAddresses.Timing);

    private static async Task<TimingJson?> TimingOf(
        Guid id, Viewer viewer, AppDbContext db, TimeProvider clock, IStringLocalizer<Text> localizer) =>
        await CharterView.Load(db, viewer, id) is { } view ? TimingJson.Of(view, clock.GetUtcNow(), localizer) : null;
}
