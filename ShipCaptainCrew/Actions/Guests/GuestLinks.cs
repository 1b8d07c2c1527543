using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// Creates links for guests: to sign, to add their party, or to add themselves at the dock. Every call creates a new
/// link.
/// </summary>
public sealed class GuestLinks(AppDbContext db, Change change, SignedLinks links, PublicAddress address)
{
    private static readonly LinkKind[] Joining = [LinkKind.Party, LinkKind.Dock];

    /// <param name="input">The request, when it was sent only to create the link.</param>
    /// <returns>The address of the guest's waiver page.</returns>
    public Task<(string? Address, Refusal? Refusal)> ToSign(
        Viewer viewer, Guid charterId, Guid guestId, Input? input = null) =>
        Make(viewer, charterId, input ?? Input.Empty(),
            async (charter, at) => await db.Guests.AnyAsync(row => row.Id == guestId && row.CharterId == charterId)
                ? AddressOf(LinkKind.Waiver, links.Write(FromOffice(charter, guestId), at))
                : null);

    /// <returns>The address at which guests add people to the party or, at the dock, themselves.</returns>
    public Task<(string? Address, Refusal? Refusal)> ToJoin(Viewer viewer, Guid charterId, LinkKind kind) =>
        Make(viewer, charterId, Input.Empty(), (charter, at) => Task.FromResult<string?>(AddressOf(
            kind, links.Write(kind, charter.OperatorId, charterId, null, SignedLink.ExpiryFor(charter), at))));

    /// <summary>How many links to join a charter are valid.</summary>
    public Task<int> Out(Viewer viewer, Guid charterId) => links.Live(viewer.OperatorId, charterId, Joining);

    /// <summary>Revokes every link to join a charter; guests added by them stay on the list.</summary>
    public async Task<Refusal?> Withdraw(Viewer viewer, Guid charterId, CancellationToken cancel = default)
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepGuests, charter) is { } refusal) return refusal;
        foreach (var kind in Joining) await links.Revoke(kind, viewer.OperatorId, charterId, null, cancel);
        return null;
    }

    /// <summary>The full address of a link.</summary>
    public string AddressOf(LinkKind kind, string token) => address.Value + PathOf(kind, token);

    public static string PathOf(LinkKind kind, string token) =>
        kind == LinkKind.Waiver ? OpenPages.Waiver(token) : OpenPages.Party(token);

    private static GuestLinkRequest FromOffice(Charter charter, Guid guestId) =>
        new(charter.OperatorId, guestId, SignedLink.ExpiryFor(charter)) { IsFromOffice = true };

    /// <summary>Links are not stored, so a repeated request is answered with a new one.</summary>
    /// <param name="make">
    /// Makes a link of a charter at an instant and returns its address; null when what it is about does not exist.
    /// </param>
    private async Task<(string?, Refusal?)> Make(
        Viewer viewer, Guid charterId, Input input, Func<Charter, DateTimeOffset, Task<string?>> make)
    {
        string? made = null;
        var outcome = await change.Run(input, async actor =>
        {
            if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
            var link = await make(charter, actor.At);
            if (link is null) return Refusal.NotFound();
            if ((viewer.MayNot(Right.KeepGuests, charter) ?? input.Refusal) is { } refusal) return refusal;
            made = link;
            return Outcome.New(charterId);
        });
        return made is null && outcome.Refusal is null
            ? await Make(viewer, charterId, Input.Empty(), make)
            : (made, outcome.Refusal);
    }
}
