using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Domain.TimeZones;

/// <summary>Names a time zone: by a port that has it, such as San Diego, else by the zone's own city.</summary>
public static class ZoneName
{
    /// <summary>The place whose clocks show the times of a zone.</summary>
    /// <param name="zone">IANA name.</param>
    /// <param name="home">The name of the operator's home port, or nothing, and its IANA time zone.</param>
    /// <param name="vessel">The vessel that the times are about; its own port comes first.</param>
    public static string Place(string zone, (string Port, string Zone) home, Vessel? vessel = null)
    {
        var own = (Port: vessel?.Details.HomePort?.Name ?? "", Zone: vessel?.Details.TimeZone ?? home.Zone);
        return new[] { own, home }.FirstOrDefault(port => port.Zone == zone && port.Port.Length > 0).Port ?? City(zone);
    }

    /// <summary>The last part of an IANA name: <c>America/New_York</c> gives New York.</summary>
    public static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
