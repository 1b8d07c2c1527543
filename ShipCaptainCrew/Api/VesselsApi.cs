using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Api;

internal static class VesselsApi
{
    private static readonly ReferenceDoors<Vessel, VesselActions, VesselJson> Doors = new("/vessels", (vessel, _) => VesselJson.Of(vessel.Id, vessel.Details), typeof(VesselBody));

    public static void MapVessels(this RouteGroupBuilder api) => Doors.Map(api);
}

/// <summary>A vessel on the wire.</summary>
internal sealed record VesselJson(
    Guid Id, string Name, int PassengerCapacity, bool Inspected, int? MaxPersons, int? MinimumCrew,
    int TurnaroundMinutes, bool NavigationLights, string? TimeZone, Port? HomePort)
{
    public static VesselJson Of(Guid id, VesselDetails v) => new(
        id, v.Name, v.PassengerCapacity, v.Inspected, v.MaxPersons, v.MinimumCrew, v.TurnaroundMinutes, v.NavigationLights, v.TimeZone, v.HomePort);
}
