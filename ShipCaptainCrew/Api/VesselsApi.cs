using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Api;

internal static class VesselsApi
{
    private static readonly ReferenceEndpoints<Vessel, VesselActions, VesselJson> Endpoints =
        new("/vessels", (vessel, _) => VesselJson.Of(vessel.Id, vessel.Details), typeof(VesselBody));

    public static void MapVessels(this RouteGroupBuilder api) => Endpoints.Map(api);
}
