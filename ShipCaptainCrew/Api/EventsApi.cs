using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints of charters, which the API calls events.</summary>
internal static class EventsApi
{
    public static void MapEvents(this RouteGroupBuilder api)
    {
        api.MapGet("/events", List)
            .WithName("listCharters")
            .WithSummary("Lists charters by departure")
            .TakesQuery<EventQuery>().Produces<Listing<EventJson>>().OrProduces<Listing<EventSummaryJson>>();
        api.MapPost("/events", Create)
            .WithName("createCharter")
            .WithSummary("Plans a charter")
            .Takes<EventBody>().Refuses(409).Produces<EventJson>(201);
        api.MapGet("/events/{id:guid}", One)
            .WithName("getCharter")
            .WithSummary("Gets one charter with its roles and checklists")
            .TakesHeaders("If-None-Match").Produces(304).Produces<EventJson>()
            .WithMetadata(new KeptAnswerAttribute { Charter = "id" });
        api.MapPut("/events/{id:guid}", Change)
            .WithName("updateCharter")
            .WithSummary("Changes the given fields")
            .Takes<EventBody>().TakesHeaders("If-Match").Refuses(409, 412).Produces<EventJson>();
        api.MapDelete("/events/{id:guid}", Discard)
            .WithName("deleteCharter")
            .WithSummary("Removes a draft")
            .Refuses(409).Produces(204);
        api.MapPost("/events/{id:guid}/publish", Publish)
            .WithName("publishCharter")
            .WithSummary("Publishes a draft to the crew")
            .Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/cancel", Cancel)
            .WithName("cancelCharter")
            .WithSummary("Cancels a charter")
            .Takes<ReasonBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/nudge", Nudge)
            .WithName("nudgeCrew")
            .WithSummary("Emails the crew what they still have to do, at most once in 30 minutes")
            .Refuses(409).Produces<EventJson>();
    }

    private static async Task<IResult> List(
        HttpRequest request, Viewer viewer, AppDbContext db, TimeProvider clock, IStringLocalizer<Text> localizer)
    {
        var query = request.ReadQuery();
        var filter = EventFilter.Read(query);
        var slice = Slice.Read(query, key => ListPosition.Parse(key) is not null);
        var view = query.Choice<EventListView>("view", EventListView.Full);
        if (query.Refusal is { } invalid) return new Refused(invalid);
        var oneMore = await filter.Apply(db.Charters, viewer, slice).ToListAsync();
        var (charters, next) = slice.Of(oneMore, charter => ListPosition.Of(charter).ToString());
        if (view is EventListView.Summary)
            return Results.Ok(new Listing<EventSummaryJson>(await EventSummaryJson.Of(db, charters), next));
        var views = await CharterView.Load(db, viewer, charters);
        return Results.Ok(
            new Listing<CharterView>(views, next)
                .As(charter => EventJson.Of(charter, viewer, clock.GetUtcNow(), [], localizer)));
    }

    private static async Task<IResult> Create(
        HttpRequest request, Viewer viewer, CharterActions charters, EventView view) =>
        await view.Answer(await charters.Create(viewer, await request.ReadJson()));

    private static async Task<IResult> One(Guid id, EventView view) =>
        await view.Of(id) is { } charter ? Results.Ok(charter) : new Refused(Refusal.NotFound());

    private static async Task<IResult> Change(
        Guid id, HttpRequest request, Viewer viewer, CharterActions charters, EventView view) =>
        await view.Answer(await charters.Replan(viewer, id, IfMatch(request), await request.ReadJson()));

    private static async Task<IResult> Discard(Guid id, HttpRequest request, Viewer viewer, CharterActions charters) =>
        (await charters.Discard(viewer, id, await request.ReadJson())).Gone();

    private static async Task<IResult> Publish(
        Guid id, HttpRequest request, Viewer viewer, CharterActions charters, EventView view) =>
        await view.Answer(await charters.Publish(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Cancel(
        Guid id, HttpRequest request, Viewer viewer, CharterActions charters, EventView view) =>
        await view.Answer(await charters.Cancel(viewer, id, await request.ReadJson()));

    private static async Task<IResult> Nudge(
        Guid id, HttpRequest request, Viewer viewer, CharterActions charters, EventView view) =>
        await view.Answer(await charters.Nudge(viewer, id, await request.ReadJson()));

    /// <summary>The version from If-Match; null without one, and 0, which never matches, for an invalid one.</summary>
    private static int? IfMatch(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString();
        if (tag is "" or "*") return null;
        return int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
    }
}
