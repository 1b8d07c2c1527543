using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>A charter's day: the moves of its lifecycle, and its times.</summary>
internal static class LifecycleApi
{
    public static void MapLifecycle(this RouteGroupBuilder api)
    {
        api.MapPost("/events/{id:guid}/board", Board).WithSummary("Opens boarding").Takes<MoveBody>().Refuses(409)
            .Produces<EventJson>();
        api.MapPost("/events/{id:guid}/depart", Depart).WithSummary("Lines off, through the gate").Takes<DepartBody>()
            .Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/return", ComeBack).WithSummary("All fast").Takes<MoveBody>().Refuses(409)
            .Produces<EventJson>();
        api.MapPost("/events/{id:guid}/close", Close).WithSummary("Put to bed").Takes<MoveBody>().Refuses(409)
            .Produces<EventJson>();
        api.MapPost("/events/{id:guid}/undo", Undo).WithSummary("Takes the last move back, within 15 minutes")
            .Takes<UndoBody>().Refuses(409).Produces<EventJson>();
        api.MapGet("/events/{id:guid}/timing", Timing).WithSummary("Its times, and the Sun's").Produces<TimingJson>();
        api.MapPut("/events/{id:guid}/timing", Correct).WithSummary("Confirms the actual times, or puts them right")
            .Takes<TimesBody>().Produces<TimingJson>();
    }

    private static async Task<IResult> Board(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions day, EventView view) =>
        await view.Answer(await day.Board(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Depart(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions day, EventView view) =>
        await view.Answer(await day.Depart(viewer, id, await request.ReadJson()));

    private static async Task<IResult> ComeBack(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions day, EventView view) =>
        await view.Answer(await day.ComeBack(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Close(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions day, EventView view) =>
        await view.Answer(await day.Close(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Undo(
        Guid id, HttpRequest request, Viewer viewer, LifecycleActions day, EventView view) =>
        await view.Answer(await day.Undo(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Timing(
        Guid id, Viewer viewer, AppDbContext db, TimeProvider clock, IStringLocalizer<Text> localizer) =>
        (await TimingOf(id, viewer, db, clock, localizer)).OkOrNotFound();

    private static async Task<IResult> Correct(Guid id, HttpRequest request, Viewer viewer, LifecycleActions day,
        AppDbContext db, TimeProvider clock, IStringLocalizer<Text> localizer) =>
        await (await day.Correct(viewer, id, await request.ReadJson()))
            .Answer(done => TimingOf(done, viewer, db, clock, localizer), ApiAddresses.Timing);

    private static async Task<TimingJson?> TimingOf(
        Guid id, Viewer viewer, AppDbContext db, TimeProvider clock, IStringLocalizer<Text> localizer) =>
        await CharterView.Load(db, viewer, id) is { } view ? TimingJson.Of(view, clock.GetUtcNow(), localizer) : null;
}
