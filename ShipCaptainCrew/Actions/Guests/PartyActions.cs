using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// Adds guests by a link that is shared within a party or posted at the dock. The link gives the right to do so; no
/// account is needed.
/// </summary>
public sealed class PartyActions(AppDbContext db, Change change, SignedLinks links, GuestActions guests)
{
    /// <summary>What a token gives access to; null when it is not valid. Selects the operator.</summary>
    public async Task<PartyView?> Open(string token, CancellationToken cancel = default)
    {
        if ((await links.Find(LinkKind.Party, token, cancel)
            ?? await links.Find(LinkKind.Dock, token, cancel)) is not { } link)
            return null;
        db.UseOperator(link.OperatorId);
        if (await db.Charters.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == link.SubjectId, cancel) is not { } charter)
            return null;
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == link.OperatorId, cancel);
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var listed = await db.Guests.Where(Guest.Coming).CountAsync(row => row.CharterId == charter.Id, cancel);
        var waiting = await db.Guests.CountAsync(row => row.CharterId == charter.Id && !row.IsPlaced, cancel);
        return new()
        {
            Link = link,
            Operator = theOperator,
            Charter = charter,
            Vessel = vessel.Name,
            ClockPlace = theOperator.PlaceOf(charter.TimeZone, vessel),
            Signed = await db.SignedOf(charter, cancel),
            Listed = listed,
            Waiting = waiting,
            SignsWaiver = await db.WaiverOf(charter, cancel) is not null,
        };
    }

    /// <summary>
    /// Adds one guest. The idempotency key is stored with the charter's id instead of the route, because the token must
    /// not be stored.
    /// </summary>
    public Task<Outcome> Join(PartyView party, Input input)
    {
        var route = $"POST party {party.Charter.Id}";
        var request = Input.Of(
            input.Given, input.IdempotencyKey is { } key ? key with { Route = route } : null);
        var source = party.IsDock ? GuestSource.DockLink : GuestSource.PartyLink;
        return change.Run(request, async actor =>
            await db.Charters.FirstOrDefaultAsync(row => row.Id == party.Charter.Id) is { } charter
                ? await guests.Join(charter, request, source, actor)
                : Refusal.NotFound());
    }

    /// <summary>
    /// The address of the waiver page of a guest just added. Its link acts for this guest only, since anybody could
    /// have typed the name.
    /// </summary>
    public async Task<string> ToSign(PartyView party, Guid guestId)
    {
        var guest = new GuestLinkRequest(party.Operator.Id, guestId, SignedLink.ExpiryFor(party.Charter));
        return GuestLinks.PathOf(
            LinkKind.Waiver, await change.Run(actor => Task.FromResult(links.Write(guest, actor.At))));
    }
}
