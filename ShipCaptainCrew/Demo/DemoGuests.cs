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

/// <summary>Adds the guests of the demo and signs their waivers, with a link as real guests do.</summary>
internal sealed class DemoGuests(
    AppDbContext db, Change change, GuestActions guests, SignedLinks links, SigningActions signing)
{
    public Task<Outcome> Add(Viewer viewer, Guid charterId, DemoGuest guest) =>
        guests.Add(viewer, charterId, Input.Of(new()
        {
            ["name"] = guest.Name,
            ["email"] = guest.HasAddress ? $"{EmailName(guest.Name)}@guests.example" : null,
            ["minor"] = guest.IsMinor ? "true" : "false",
            ["guardian_name"] = guest.Guardian?.Name,
            ["needs"] = guest.Needs,
        }));

    /// <summary>Signs as the guest, without a member.</summary>
    public async Task<Outcome> Sign(Guid operatorId, Guid charterId, DemoGuest guest)
    {
        db.UseOperator(operatorId);
        var listed = await db.Guests.AsNoTracking()
            .FirstAsync(row => row.CharterId == charterId && row.Name == guest.Name);
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == charterId);
        var request = new GuestLinkRequest(operatorId, listed.Id, SignedLink.ExpiryFor(charter))
        {
            IsFromOffice = true,
        };
        var token = await change.Run(actor => Task.FromResult(links.Write(request, actor.At)));
        var view = await signing.Open(token, Languages.English);
        return await signing.Sign(
            view!,
            $"{SigningActions.Consent} {SigningActions.OnPaper}",
            new(Languages.English, "mail", null, null, null),
            Signature(guest));
    }

    private static Input Signature(DemoGuest guest) => Input.Of(new()
    {
        ["signer_name"] = guest.Guardian?.Name ?? guest.Name,
        ["consent"] = "true",
        ["guardian_relationship"] = guest.Guardian?.Relationship,
        ["children"] = guest.Guardian is { } guardian
            ? new JsonArray(new JsonObject { ["name"] = guest.Name, ["birth_date"] = guardian.ChildBorn })
            : [],
    });

    private static string EmailName(string name) => name.ToLowerInvariant().Replace(' ', '.').Replace('é', 'e');
}
