using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Pages;

/// <summary>Where things stand in the viewer's operator.</summary>
internal static class Addresses
{
    public static string Home(this Viewer viewer) => $"/{viewer.OperatorSlug}";

    public static string Address(this Viewer viewer, Charter charter) => viewer.Address(charter.Id);

    public static string Address(this Viewer viewer, Guid charterId) => $"/{viewer.OperatorSlug}/charters/{charterId}";

    public static string Address(this Viewer viewer, Charter charter, Checklist list) => $"{viewer.Address(charter)}/checklists/{list.Id}";

    public static string Waiver(this Viewer viewer, Guid charterId, Guid waiverId) => $"{viewer.Address(charterId)}/waivers/{waiverId}";

    public static string WaiverBook(this Viewer viewer) => $"/{viewer.OperatorSlug}/waivers/book";

    public static string WholeLog(this Viewer viewer) => $"/{viewer.OperatorSlug}/log";

    public static string NewAddress(this Viewer viewer) => $"/{viewer.OperatorSlug}/me/address";

    public static string Vessels(this Viewer viewer) => $"/{viewer.OperatorSlug}/vessels";

    public static string Fault(this Viewer viewer, Charter charter, ChecklistItem item) => $"{viewer.Address(charter)}/defects/new?item={item.Id}";

    public static string Types(this Viewer viewer) => $"/{viewer.OperatorSlug}/types";

    public static string Templates(this Viewer viewer) => $"/{viewer.OperatorSlug}/templates";

    public static string Waivers(this Viewer viewer) => $"/{viewer.OperatorSlug}/waivers";

    public static string Crew(this Viewer viewer) => $"/{viewer.OperatorSlug}/crew";

    public static string Claim(this Viewer viewer, Charter charter, CrewRole role) => $"{viewer.Address(charter)}/claim/{Wire.Name(role)}";

    public static string Move(this Viewer viewer, Charter charter, string move) => $"{viewer.Address(charter)}/{move}";

    public static string Item(this Viewer viewer, Charter charter, Checklist list, Guid itemId) => $"{viewer.Address(charter, list)}#i{itemId:N}";

    public static string Defects(this Viewer viewer, Guid vesselId) => $"{viewer.Vessels()}/{vesselId}/defects";

    public static string Release(this Viewer viewer, Charter charter, CrewRole role) => $"{viewer.Address(charter)}/release/{Wire.Name(role)}";
}
