using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Pages.Vessels;

public sealed class VesselPage(AppDbContext db, VesselActions vessels) : ReferencePage<Vessel>(db, vessels)
{
    /// <summary>The IANA time zones suggested while typing.</summary>
    public static IReadOnlyList<string> Zones { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/'))
            .Select(zone => zone.Id)
            .Order(StringComparer.Ordinal),
    ];

    public override string List => Me.Pages.Vessels;
}
