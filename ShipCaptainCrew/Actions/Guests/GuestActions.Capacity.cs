using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>How many guests the vessel may carry on the charter.</summary>
public sealed partial class GuestActions
{
    /// <summary>Refuses when the guests would exceed what the vessel may carry.</summary>
    internal async Task<Refusal?> NoRoom(Charter charter, int more = 1)
    {
        var (vessel, capacity, coming) = await CapacityOf(charter);
        return coming + more <= capacity ? null : Refusal.Conflict(
            Gate.OverCapacity,
            new LocalizedText(
                "{0} can carry {1} guests on this charter, and {2} are on the list.", vessel, capacity, coming),
            ("capacity", capacity));
    }

    /// <summary>Says how many of these guests fit; null when all do.</summary>
    public async Task<LocalizedText?> TooMany(Charter charter, int more)
    {
        var (vessel, capacity, coming) = await CapacityOf(charter);
        return coming + more <= capacity
            ? null
            : new LocalizedText(
                "{0} can carry {1} guests on this charter. There are {2} on the list, so {3} of these fit.",
                vessel, capacity, coming, Math.Max(0, capacity - coming));
    }

    private async Task<(string Vessel, int Capacity, int Coming)> CapacityOf(Charter charter)
    {
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId);
        var coming = await db.Guests.Where(Guest.Coming).CountAsync(row => row.CharterId == charter.Id);
        return (vessel.Name, Gate.Room(charter, vessel), coming);
    }
}
