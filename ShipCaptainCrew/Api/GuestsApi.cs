using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints of a charter's guests and their signed waivers.</summary>
internal static class GuestsApi
{
    public static void MapGuests(this RouteGroupBuilder api)
    {
        api.MapGet("/events/{id:guid}/guests", List)
            .WithName("listGuests")
            .WithSummary("Lists crew and guests, and who has signed")
            .Refuses(403).Produces<GuestManifestJson>();
        api.MapPost("/events/{id:guid}/guests", Add)
            .WithName("addGuest")
            .WithSummary("Adds a guest and returns a link to sign")
            .Takes<GuestBody>().Refuses(409).Produces<InvitedGuestJson>(201);
        api.MapPut("/events/{id:guid}/guests/{guestId:guid}", Change)
            .WithName("updateGuest")
            .WithSummary("Changes the given fields")
            .Takes<GuestBody>().Refuses(409).Produces<GuestJson>();
        api.MapDelete("/events/{id:guid}/guests/{guestId:guid}", Remove)
            .WithName("removeGuest")
            .WithSummary("Removes a guest; their signed waiver is kept").Refuses(409).Produces(204);
        api.MapPost("/events/{id:guid}/guests/{guestId:guid}/link", Link)
            .WithName("createSigningLink")
            .WithSummary("Creates a new link to sign")
            .Produces<LinkJson>(201);
        api.MapPost("/events/{id:guid}/guests/{guestId:guid}/mark", Mark)
            .WithName("markGuest")
            .WithSummary("Marks a guest as arrived, boarded or not coming")
            .Takes<WhereBody>().Refuses(409).Produces<GuestJson>();
        api.MapPost("/events/{id:guid}/guests/{guestId:guid}/place", Place)
            .WithName("placeGuest")
            .WithSummary("Adds a waiting guest to the list, or matches them with a guest on it")
            .Takes<PlaceBody>().Refuses(409).Produces<GuestJson>();
        api.MapDelete("/events/{id:guid}/guests/waiting", RemoveWaiting)
            .WithName("removeWaitingGuests")
            .WithSummary("Removes all waiting guests; what they signed is kept")
            .Refuses(409).Produces(204);
        api.MapGet("/events/{id:guid}/waivers/{waiverId:guid}", Waiver)
            .WithName("getSignedWaiver")
            .WithSummary("Gets a signed waiver")
            .Refuses(403).Produces<WaiverJson>();
    }

    private static async Task<IResult> List(Guid id, HttpResponse response, Viewer viewer, AppDbContext db)
    {
        response.Headers.CacheControl = "no-store";
        if (await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } charter
            || !viewer.Sees(charter))
            return new Refused(Refusal.NotFound());
        if (viewer.MayNot(Right.SeeGuests, charter) is { } refusal) return new Refused(refusal);
        return Results.Ok(
            GuestManifestJson.Of(charter, await GuestManifests.Of(db, charter), await Names(db, charter),
                viewer.May(Right.KeepGuests, charter)));
    }

    private static async Task<IResult> Add(
        Guid id, HttpRequest request, Viewer viewer, GuestActions guests, GuestLinks links, AppDbContext db)
    {
        var outcome = await guests.Add(viewer, id, await request.ReadJson());
        if (outcome.Refusal is { } refusal) return new Refused(refusal);
        var (address, linkRefusal) = await links.ToSign(viewer, id, outcome.Id);
        if (linkRefusal is not null || await Find(db, id, outcome.Id) is not { } guest)
            return new Refused(linkRefusal ?? Refusal.NotFound());
        return Results.Created(
            ApiAddresses.Guest(id, guest.Id),
            InvitedGuestJson.Of(guest, await Signs(db, id), address!));
    }

    private static async Task<IResult> Change(
        Guid id, Guid guestId, HttpRequest request, Viewer viewer, GuestActions guests, AppDbContext db) =>
        await Answer(await guests.Change(viewer, id, guestId, await request.ReadJson()), id, viewer, db);

    private static async Task<IResult> Mark(
        Guid id, Guid guestId, HttpRequest request, Viewer viewer, GuestActions guests, AppDbContext db) =>
        await Answer(await guests.Mark(viewer, id, guestId, await request.ReadJson()), id, viewer, db);

    private static async Task<IResult> Place(
        Guid id, Guid guestId, HttpRequest request, Viewer viewer, GuestActions guests, AppDbContext db) =>
        await Answer(await guests.Place(viewer, id, guestId, await request.ReadJson()), id, viewer, db);

    private static async Task<IResult> RemoveWaiting(
        Guid id, HttpRequest request, Viewer viewer, GuestActions guests) =>
        (await guests.RemoveWaiting(viewer, id, await request.ReadJson())).Gone();

    private static async Task<IResult> Remove(
        Guid id, Guid guestId, HttpRequest request, Viewer viewer, GuestActions guests) =>
        (await guests.Remove(viewer, id, guestId, await request.ReadJson())).Gone();

    private static async Task<IResult> Link(Guid id, Guid guestId, HttpRequest request, Viewer viewer, GuestLinks links)
    {
        var (address, refusal) = await links.ToSign(viewer, id, guestId, await request.ReadJson());
        return refusal is null ? Results.Created(address, new LinkJson(address!)) : new Refused(refusal);
    }

    private static async Task<IResult> Waiver(
        Guid id, Guid waiverId, HttpResponse response, Viewer viewer, SignedWaivers waivers)
    {
        var (waiver, refusal) = await waivers.Read(viewer, id, waiverId);
        if (refusal is not null) return new Refused(refusal);
        response.Headers.CacheControl = "no-store";
        return Results.Ok(WaiverJson.Of(waiver!));
    }

    private static Task<IResult> Answer(Outcome outcome, Guid charterId, Viewer viewer, AppDbContext db) =>
        outcome.Answer(
            guestId => One(db, viewer, charterId, guestId),
            guestId => ApiAddresses.Guest(charterId, guestId));

    private static async Task<GuestJson?> One(AppDbContext db, Viewer viewer, Guid charterId, Guid id)
    {
        if (await Find(db, charterId, id) is not { } guest) return null;
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == charterId);
        return GuestJson.Of(guest, await db.WaiverOf(charter) is not null, viewer.May(Right.KeepGuests, charter),
            GuestDetails.ShowsNeeds(charter));
    }

    private static Task<Guest?> Find(AppDbContext db, Guid charterId, Guid id) =>
        db.Guests.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.CharterId == charterId);

    private static async Task<bool> Signs(AppDbContext db, Guid charterId) =>
        await db.WaiverOf(await db.Charters.AsNoTracking().FirstAsync(row => row.Id == charterId)) is not null;

    private static Task<Dictionary<Guid, string>> Names(AppDbContext db, Charter charter)
    {
        var ids = charter.Positions.Select(position => position.MemberId).OfType<Guid>().ToList();
        return db.Members.AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name);
    }
}
