using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Charters: planning them and moving them along.</summary>
internal static class EventsApi
{
    public static void MapEvents(this RouteGroupBuilder api)
    {
        api.MapGet("/events", List).WithSummary("Charters by departure").Asks<EventQuery>()
            .Produces<Paging<EventJson>>();
        api.MapPost("/events", Create).WithSummary("Plans a charter").Takes<EventBody>().Refuses(409)
            .Produces<EventJson>(201);
        api.MapGet("/events/{id:guid}", One).WithSummary("One charter, with its roles and checklists")
            .Minds("If-None-Match").Produces(304).Produces<EventJson>();
        api.MapPut("/events/{id:guid}", Change).WithSummary("Changes the fields given").Takes<EventBody>()
            .Minds("If-Match").Refuses(409, 412).Produces<EventJson>();
        api.MapDelete("/events/{id:guid}", Discard).WithSummary("Removes a draft").Refuses(409).Produces(204);
        api.MapPost("/events/{id:guid}/publish", Publish).WithSummary("Shows a draft to the crew").Refuses(409)
            .Produces<EventJson>();
        api.MapPost("/events/{id:guid}/cancel", Cancel).WithSummary("Calls a charter off").Takes<ReasonBody>()
            .Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/nudge", Nudge)
            .WithSummary("Mails everyone aboard what they still owe, once in 30 minutes").Refuses(409)
            .Produces<EventJson>();
    }

    private static async Task<IResult> List(
        HttpRequest request, Viewer viewer, AppDbContext db, TimeProvider clock, IStringLocalizer<Text> localizer)
    {
        var query = request.ReadQuery();
        var wanted = EventFilter.Read(query);
        var slice = Slice.Read(query, key => EventFilter.Place(key) is not null);
        if (query.Refusal is { } invalid) return new Refused(invalid);
        var charters = await wanted.Apply(db.Charters, viewer, slice).ToListAsync();
        var sheets = await CharterView.Load(db, viewer, charters);
        return Results.Ok(
            slice.Of(sheets, view => EventFilter.Key(view.Charter))
                .As(view => EventJson.Of(view, viewer, clock.GetUtcNow(), [], localizer)));
    }

    private static async Task<IResult> Create(
        HttpRequest request, Viewer viewer, CharterActions charters, EventView view) =>
        await view.Answer(await charters.Create(viewer, await request.ReadJson()));

    /// <summary>The tag stands for all that is told, so that also another's new name is news.</summary>
    private static async Task<IResult> One(Guid id, HttpContext http, Viewer viewer, EventView view)
    {
        if (await view.Of(id) is not { } charter) return new Refused(Refusal.NotFound());
        return http.IsFresh(viewer, charter.Revision, JsonSerializer.Serialize(charter))
            ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Ok(charter);
    }

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

    /// <summary>The version the editor saw; one that cannot be read matches nothing.</summary>
    private static int? IfMatch(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString();
        if (tag is "" or "*") return null;
        return int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version : 0;
    }
}

/// <summary>Loads a charter for the wire, once the change is kept.</summary>
internal sealed class EventView(
    AppDbContext db, IHttpContextAccessor http, TimeProvider clock, IStringLocalizer<Text> localizer)
{
    public Task<IResult> Answer(Outcome outcome) => outcome.Answer(id => Of(id, outcome.Warnings), ApiAddresses.Event);

    public async Task<EventJson?> Of(Guid id, IReadOnlyList<Warning>? warnings = null)
    {
        var viewer = http.HttpContext!.Viewer();
        var view = await CharterView.Load(db, viewer, id);
        return view is null ? null : EventJson.Of(view, viewer, clock.GetUtcNow(), warnings ?? [], localizer);
    }
}

/// <summary>Which charters a list is to hold: local dates, inclusive, and a status.</summary>
internal sealed record EventFilter(DateOnly? From, DateOnly? To, CharterStatus? Status)
{
    public static EventFilter Read(Input query) => new(
        query.Date("from", null), query.Date("to", null), query.Choice<CharterStatus>("status", null));

    /// <summary>Where an event stands in the order by departure: the list's cursor.</summary>
    public static string Key(Charter charter) => $"{charter.SortAt.UtcTicks}|{charter.Id}";

    /// <summary>The place that a key names, or null where it names none.</summary>
    public static (DateTimeOffset SortAt, Guid Id)? Place(string? key) =>
        key?.Split('|') is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var last)
            ? (new DateTimeOffset(at, TimeSpan.Zero), last)
            : null;

    public IQueryable<Charter> Apply(IQueryable<Charter> charters, Viewer viewer, Slice slice)
    {
        var found = charters.AsNoTracking().Where(charter =>
            (From == null || charter.Date >= From) && (To == null || charter.Date <= To)
            && (Status == null || charter.Status == Status)
            && (viewer.IsOffice || charter.Status != CharterStatus.Draft));
        if (Place(slice.After) is var (sortAt, last))
            found =
                found.Where(
                    charter => charter.SortAt > sortAt || (charter.SortAt == sortAt && charter.Id.CompareTo(last) > 0));

        return found.OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id).Take(slice.Limit + 1);
    }
}
