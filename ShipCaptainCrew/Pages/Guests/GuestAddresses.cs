using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages;

/// <summary>Where a charter's guests stand in the viewer's operator, and where each line of the gate about them is mended.</summary>
internal static class GuestAddresses
{
    public static string Guests(this Viewer viewer, Charter charter) => $"{viewer.Address(charter)}/guests";

    public static string Guest(this Viewer viewer, Guid charterId, Guid id) => $"{viewer.Address(charterId)}/guests#g{id:N}";

    public static string EditGuest(this Viewer viewer, Charter charter, Guid id) => $"{viewer.Guests(charter)}/{id}/edit";

    public static string Muster(this Viewer viewer, Charter charter) => $"{viewer.Address(charter)}/muster";

    /// <summary>What the guest signed; null where nothing is, or this viewer may not read it.</summary>
    public static string? WaiverOf(this Viewer viewer, Charter charter, Guest guest) =>
        guest.WaiverId is { } signed && viewer.May(Right.SeeWaivers, charter) ? viewer.Waiver(charter.Id, signed) : null;

    /// <summary>Null for what is not about guests.</summary>
    public static string? Mend(this Viewer viewer, Charter charter, Blocker line) => line.Code switch
    {
        Company.WaiverUnsigned => viewer.Guest(charter.Id, line.Id ?? Guid.Empty),
        Company.HeadCountMissing or Company.HeadCountMismatch => $"{viewer.Muster(charter)}#{(charter.Status < CharterStatus.Underway ? "departure" : "return")}",
        Company.OrientationMissing => $"{viewer.Muster(charter)}#orientation",
        Company.CountNotSentAshore => $"{viewer.Muster(charter)}#ashore",
        _ => null,
    };
}
