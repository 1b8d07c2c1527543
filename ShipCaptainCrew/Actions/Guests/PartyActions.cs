using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// What a link to a party shows: the trip, and how many are on the list. Nobody's name, nobody's details.
/// </summary>
public sealed record PartyView
{
    public required SignedLink Link { get; init; }

    public required Operator Operator { get; init; }

    public required Charter Charter { get; init; }

    public required string Vessel { get; init; }

    public required int Listed { get; init; }

    /// <summary>Whether whoever is added goes on to sign.</summary>
    public required bool SignsWaiver { get; init; }

    /// <summary>At the dock one adds oneself, and waits for the crew's word.</summary>
    public bool IsDock => Link.Kind == LinkKind.Dock;

    /// <summary>Why nobody can be added any more.</summary>
    public Refusal? Closed => GuestActions.Left(Charter);

    /// <summary>How many were expected, while no more than that are on the list.</summary>
    public int? Expected => Charter.GuestsExpected >= Listed ? Charter.GuestsExpected : null;
}

/// <summary>
/// Adding people by a link that a party passes on, or that hangs at the dock. The link is the right to do it; there is
/// no account.
/// </summary>
public sealed class PartyActions(AppDbContext db, Change change, SignedLinks links, GuestActions guests)
{
    /// <summary>What a token opens; null where it opens nothing. Enters the operator.</summary>
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
        return new()
        {
            Link = link,
            Operator = theOperator,
            Charter = charter,
            Vessel = vessel.Name,
            Listed = listed,
            SignsWaiver = await db.WaiverOf(charter, cancel) is not null,
        };
    }

    /// <summary>
    /// One more person. The wish is known by its key under the charter's id, never under the token, which is kept
    /// nowhere.
    /// </summary>
    public Task<Outcome> Join(PartyView party, Input input)
    {
        var idempotencyKey = input.IdempotencyKey is { } asked
            ? asked with { Route = $"POST party {party.Charter.Id}" } : null;
        var wish = Input.Of(input.Given, idempotencyKey);
        return change.Run(
            wish, async actor => await db.Charters.FirstOrDefaultAsync(row => row.Id == party.Charter.Id) is { } charter
            ? await guests.Join(charter, wish, party.IsDock ? GuestSource.DockLink : GuestSource.PartyLink, actor)
            : Refusal.NotFound());
    }

    /// <summary>The address of the waiver page of whoever was just added.</summary>
    public async Task<string> ToSign(PartyView party, Guid guestId) => GuestLinks.PathOf(
        LinkKind.Waiver,
        await links.Issue(LinkKind.Waiver, party.Operator.Id, guestId, guestId, SignedLink.ExpiryFor(party.Charter)));
}
