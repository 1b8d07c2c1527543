using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Api;

/// <summary>Endpoints that claim and release positions.</summary>
internal static class RolesApi
{
    public static void MapRoles(this RouteGroupBuilder api)
    {
        api.MapPost("/events/{id:guid}/roles/{role}/claim", Claim)
            .WithName("claimPosition")
            .WithSummary("Claims a position")
            .Takes<WhoBody>().Refuses(409).Produces<EventJson>();
        api.MapPost("/events/{id:guid}/roles/{role}/release", Release)
            .WithName("releasePosition")
            .WithSummary("Gives up a position")
            .Takes<WhoBody>().Refuses(409).Produces<EventJson>();
    }

    private static async Task<IResult> Claim(
        Guid id, string role, HttpRequest request, Viewer viewer, RoleActions roles, EventView view) =>
        WireNames.TryRead<CrewRole>(role, out var wanted)
            ? await view.Answer(await roles.Claim(viewer, id, wanted, await request.ReadJson()))
            : new Refused(Refusal.NotFound());

    private static async Task<IResult> Release(
        Guid id, string role, HttpRequest request, Viewer viewer, RoleActions roles, EventView view) =>
        WireNames.TryRead<CrewRole>(role, out var held)
            ? await view.Answer(await roles.Release(viewer, id, held, await request.ReadJson()))
            : new Refused(Refusal.NotFound());
}
