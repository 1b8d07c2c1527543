using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>Addresses of a guest's signed waiver and of the pages where blockers about guests are fixed.</summary>
internal static class GuestAddresses
{
    /// <summary>The guest's signed waiver; null if there is none or the viewer may not read it.</summary>
    public static string? WaiverOf(this Viewer viewer, Charter charter, Guest guest) =>
        guest.WaiverId is { } signed && viewer.May(Right.SeeWaivers, charter)
            ? viewer.Pages.Charter(charter.Id).Waiver(signed)
            : null;

    /// <summary>Where the blocker is fixed; null if it is not about guests.</summary>
    public static string? FixFor(this Viewer viewer, Charter charter, Blocker blocker)
    {
        var pages = viewer.Pages.Charter(charter.Id);
        var isBefore = charter.Status < CharterStatus.Underway;
        return blocker.Code switch
        {
            GuestManifest.WaiverUnsigned => pages.GuestOnList(blocker.Id ?? Guid.Empty),
            GuestManifest.HeadCountMissing or GuestManifest.HeadCountMismatch =>
                $"{pages.Muster}#{(isBefore ? "departure" : "return")}",
            GuestManifest.OrientationMissing => $"{pages.Muster}#orientation",
            GuestManifest.CountNotSentAshore => $"{pages.Muster}#ashore",
            _ => null,
        };
    }
}
