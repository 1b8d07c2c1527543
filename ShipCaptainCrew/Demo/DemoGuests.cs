using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Demo;

/// <summary>Puts the demo's guests on the list and lets them sign, by a link each as everybody does.</summary>
internal sealed class DemoGuests(
    AppDbContext db, Change change, GuestActions guests, SignedLinks links, SigningActions signing)
{
    public Task<Outcome> Add(Viewer viewer, Guid charterId, DemoGuest guest) =>
        guests.Add(viewer, charterId, Input.Of(new()
    {
        ["name"] = guest.Name,
        ["email"] = guest.HasAddress ? $"{Plain(guest.Name)}@guests.example" : null,
        ["minor"] = guest.IsMinor ? "true" : "false",
        ["guardian_name"] = guest.By?.Name,
        ["needs"] = guest.Needs,
    }));

    /// <summary>Nobody aboard signs: the guest does.</summary>
    public async Task<Outcome> Sign(Guid operatorId, Guid charterId, DemoGuest guest)
    {
        db.UseOperator(operatorId);
        var listed = await db.Guests.AsNoTracking()
            .FirstAsync(row => row.CharterId == charterId && row.Name == guest.Name);
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == charterId);
        var token =
            await change.Run(
                actor =>
                    Task.FromResult(
                        links.Write(LinkKind.Waiver, operatorId, listed.Id, listed.Id, SignedLink.ExpiryFor(charter),
                            actor.At)));
        var view = await signing.Open(token, Languages.English);
        return await signing.Sign(view!, $"{SigningActions.Consent} {SigningActions.OnPaper}",
            new(Languages.English, "mail", null, null, null), Signature(guest));
    }

    private static Input Signature(DemoGuest guest) => Input.Of(new()
    {
        ["signer_name"] = guest.By?.Name ?? guest.Name,
        ["consent"] = "true",
        ["guardian_relationship"] = guest.By?.Relationship,
        ["children"] = guest.By is { } by
            ? new JsonArray(new JsonObject { ["name"] = guest.Name, ["birth_date"] = by.Born }) : [],
    });

    private static string Plain(string name) => name.ToLowerInvariant().Replace(' ', '.').Replace('é', 'e');
}
