using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints of head counts, safety orientation, incidents, and the manifest sent ashore.</summary>
internal static class MusterApi
{
    public static void MapMuster(this RouteGroupBuilder api)
    {
        api.MapPost("/events/{id:guid}/head-counts", Count)
            .WithName("recordHeadCount")
            .WithSummary("Records your own head count")
            .Takes<HeadCountBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/orientation", Orient)
            .WithName("recordOrientation")
            .WithSummary("Records the safety talk")
            .Takes<OrientationBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/send-ashore", SendAshore)
            .WithName("sendManifestAshore")
            .WithSummary("Emails the manifest and the count to the shore contact")
            .Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/incident", NoteIncident)
            .WithName("recordIncident")
            .WithSummary("Records an incident, which keeps the guests' needs")
            .Takes<IncidentBody>().Produces<EventJson>();
    }

    private static async Task<IResult> Count(
        Guid id, HttpRequest request, Viewer viewer, MusterActions muster, EventView view) =>
        await view.Answer(await muster.Count(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Orient(
        Guid id, HttpRequest request, Viewer viewer, MusterActions muster, EventView view) =>
        await view.Answer(await muster.Orient(viewer, id, await request.ReadJson()));

    private static async Task<IResult> SendAshore(
        Guid id, HttpRequest request, Viewer viewer, MusterActions muster, EventView view) =>
        await view.Answer(await muster.SendAshore(viewer, id, await request.ReadJson()));

    private static async Task<IResult> NoteIncident(
        Guid id, HttpRequest request, Viewer viewer, MusterActions muster, EventView view) =>
        await view.Answer(await muster.NoteIncident(viewer, id, await request.ReadJson()));
}
