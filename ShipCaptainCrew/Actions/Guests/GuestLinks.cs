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
/// The links by which guests come: to sign, to add their party, to add themselves at the dock. Each time one is asked
/// for, it is a new one.
/// </summary>
public sealed class GuestLinks(AppDbContext db, Change change, SignedLinks links, PublicAddress address)
{
    private static readonly LinkKind[] Joining = [LinkKind.Party, LinkKind.Dock];

    /// <param name="input">What came with the wish, where it was sent for the link alone.</param>
    /// <returns>The address of the guest's own waiver page.</returns>
    public Task<(string? Address, Refusal? Refusal)> ToSign(
        Viewer viewer, Guid charterId, Guid guestId, Input? input = null) =>
        Make(viewer, charterId, input ?? Input.Empty(),
            async charter => await db.Guests.AnyAsync(row => row.Id == guestId && row.CharterId == charterId)
            ? (LinkKind.Waiver, guestId, guestId)
            : null);

    /// <returns>The address by which whoever holds it adds people to the party or, at the dock, themselves.</returns>
    public Task<(string? Address, Refusal? Refusal)> ToJoin(Viewer viewer, Guid charterId, LinkKind kind) =>
        Make(viewer, charterId, Input.Empty(), _ => Task.FromResult<(LinkKind, Guid, Guid?)?>((kind, charterId, null)));

    /// <summary>How many links to join a charter are out and good.</summary>
    public Task<int> Out(Viewer viewer, Guid charterId) => links.Live(viewer.OperatorId, charterId, Joining);

    /// <summary>Takes back every link to join a charter; whoever came by one stays on the list.</summary>
    public async Task<Refusal?> Withdraw(Viewer viewer, Guid charterId, CancellationToken cancel = default)
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepGuests, charter) is { } refusal) return refusal;
        foreach (var kind in Joining) await links.Revoke(kind, viewer.OperatorId, charterId, null, cancel);
        return null;
    }

    /// <summary>Where a link of a kind leads.</summary>
    public string AddressOf(LinkKind kind, string token) => address.Value + PathOf(kind, token);

    public static string PathOf(LinkKind kind, string token) =>
        kind == LinkKind.Waiver ? OpenPages.Waiver(token) : OpenPages.Party(token);

    /// <summary>A link is kept nowhere, so the same wish sent again is answered with another.</summary>
    private async Task<(string?, Refusal?)> Make(Viewer viewer, Guid charterId, Input input,
        Func<Charter, Task<(LinkKind Kind, Guid Subject, Guid? Person)?>> what)
    {
        string? made = null;
        var outcome = await change.Run(input, async actor =>
        {
            if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
            if (await what(charter) is not var (kind, subject, person)) return Refusal.NotFound();
            if ((viewer.MayNot(Right.KeepGuests, charter) ?? input.Refusal) is { } refusal) return refusal;
            made =
                AddressOf(kind,
                    links.Write(kind, viewer.OperatorId, subject, person, SignedLink.ExpiryFor(charter), actor.At));
            return Outcome.New(subject);
        });
        return made is null && outcome.Refusal is null
            ? await Make(viewer, charterId, Input.Empty(), what) : (made, outcome.Refusal);
    }
}
