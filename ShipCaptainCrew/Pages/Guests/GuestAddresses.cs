using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages;

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
            Company.WaiverUnsigned => pages.GuestOnList(line.Id ?? Guid.Empty),
            Company.HeadCountMissing or Company.HeadCountMismatch =>
                $"{pages.Muster}#{(isBefore ? "departure" : "return")}",
            Company.OrientationMissing => $"{pages.Muster}#orientation",
            Company.CountNotSentAshore => $"{pages.Muster}#ashore",
            _ => null,
        };
    }
}
