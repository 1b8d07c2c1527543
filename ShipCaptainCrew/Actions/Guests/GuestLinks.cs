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
            async charter => await db.Guests.AnyAsync(row => row.Id == guestId && row.CharterId == charterId)
                ? (LinkKind.Waiver, guestId, guestId)
                : null);

    /// <returns>The address at which guests add people to the party or, at the dock, themselves.</returns>
    public Task<(string? Address, Refusal? Refusal)> ToJoin(Viewer viewer, Guid charterId, LinkKind kind) =>
        Make(viewer, charterId, Input.Empty(), _ => Task.FromResult<(LinkKind, Guid, Guid?)?>((kind, charterId, null)));

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

    /// <summary>Links are not stored, so a repeated request is answered with a new one.</summary>
    private async Task<(string?, Refusal?)> Make(
        Viewer viewer, Guid charterId, Input input,
        Func<Charter, Task<(LinkKind Kind, Guid Subject, Guid? Person)?>> target)
    {
        string? made = null;
        var outcome = await change.Run(input, async actor =>
        {
            if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
            if (await target(charter) is not var (kind, subject, person)) return Refusal.NotFound();
            if ((viewer.MayNot(Right.KeepGuests, charter) ?? input.Refusal) is { } refusal) return refusal;
            var expiry = SignedLink.ExpiryFor(charter);
            made = AddressOf(kind, links.Write(kind, viewer.OperatorId, subject, person, expiry, actor.At));
            return Outcome.New(subject);
        });
        return made is null && outcome.Refusal is null
            ? await Make(viewer, charterId, Input.Empty(), target)
            : (made, outcome.Refusal);
    }
}
