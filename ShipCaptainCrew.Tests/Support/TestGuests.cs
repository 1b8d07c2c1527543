using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Guests of a charter, made without a database.</summary>
internal static class TestGuests
{
    private static readonly Guid CharterId = Guid.CreateVersion7();

    /// <summary>A guest on the list, marked at 16:45 unless expected.</summary>
    public static Guest Guest(string name, GuestStatus where = GuestStatus.Expected) =>
        Guest(new GuestDetails { Name = name }, where);

    public static Guest Guest(GuestDetails details, GuestStatus where = GuestStatus.Expected)
    {
        var guest = new Guest(UtcCharter.Operator, CharterId, details, GuestSource.Office, UtcCharter.ByKim(9));
        guest.Mark(where, UtcCharter.ByKim(16, 45));
        return guest;
    }

    /// <summary>A guest who was added at the dock and is not on the list yet.</summary>
    public static Guest WalkUp(string name) =>
        new(UtcCharter.Operator, CharterId, new() { Name = name }, GuestSource.DockLink, UtcCharter.ByKim(16));

    public static Guest Signed(this Guest guest, string? signer = null)
    {
        guest.Sign(Guid.CreateVersion7(), signer ?? guest.Name, UtcCharter.ByKim(10));
        return guest;
    }

    public static GuestManifest Manifest(params Guest[] guests) => new(guests, null, SignsWaiver: true);

    public static Muster Muster() => new(UtcCharter.Operator, CharterId);
}
