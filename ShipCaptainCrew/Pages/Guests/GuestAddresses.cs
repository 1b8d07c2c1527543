using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>Where a viewer finds what a guest signed, and where each blocker about guests is fixed.</summary>
internal static class GuestAddresses
{
    /// <summary>What the guest signed; null where nothing is, or this viewer may not read it.</summary>
    public static string? WaiverOf(this Viewer viewer, Charter charter, Guest guest) =>
        guest.WaiverId is { } signed && viewer.May(Right.SeeWaivers, charter)
            ? viewer.Pages.Charter(charter.Id).Waiver(signed)
            : null;

    /// <summary>Null for what is not about guests.</summary>
    public static string? Mend(this Viewer viewer, Charter charter, Blocker line)
    {
        var pages = viewer.Pages.Charter(charter.Id);
        var isBefore = charter.Status < CharterStatus.Underway;
        return line.Code switch
        {
            GuestManifest.WaiverUnsigned => pages.GuestOnList(line.Id ?? Guid.Empty),
            GuestManifest.HeadCountMissing or GuestManifest.HeadCountMismatch =>
                $"{pages.Muster}#{(isBefore ? "departure" : "return")}",
            GuestManifest.OrientationMissing => $"{pages.Muster}#orientation",
            GuestManifest.CountNotSentAshore => $"{pages.Muster}#ashore",
            _ => null,
        };
    }
}
