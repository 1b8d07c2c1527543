using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Addresses;

/// <summary>Addresses of one charter's pages.</summary>
public readonly record struct CharterPages(OperatorPages Operator, Guid Id)
{
    public string Home => $"{Operator.Home}/charters/{Id}";

    /// <summary>The event stream of the charter's changes.</summary>
    public string Stream => $"{Home}/stream";

    public string Edit => $"{Home}/edit";

    public string Publish => $"{Home}/publish";

    /// <summary>What publishing did: who was told, who was not, and what happens next.</summary>
    public string Published => $"{Home}/published";

    public string Cancel => $"{Home}/cancel";

    public string Reinstate => $"{Home}/reinstate";

    public string Remove => $"{Home}/remove";

    public string Repeat => $"{Home}/repeat";

    public string Nudge => $"{Home}/nudge";

    public string Board => $"{Home}/board";

    public string Depart => $"{Home}/depart";

    public string Return => $"{Home}/return";

    public string Close => $"{Home}/close";

    public string Undo => $"{Home}/undo";

    public string Times => $"{Home}/times";

    public string Overdue => $"{Home}/overdue";

    public string Log => $"{Home}/log";

    public string Crew => $"{Home}/crew";

    /// <summary>Where a checklist is added.</summary>
    public string Checklists => $"{Home}/checklists";

    public string Guests => $"{Home}/guests";

    public string NewGuest => $"{Guests}/new";

    public string ImportGuests => $"{Guests}/import";

    public string Muster => $"{Home}/muster";

    public string Qr => $"{Home}/qr";

    public string Manifest => $"{Home}/manifest";

    public string ManifestCsv => $"{Home}/manifest.csv";

    /// <summary>What is printed for a day without phones: manifest, numbers, checklists and waivers.</summary>
    public string DayPack => $"{Home}/day-pack";

    public string Claim(CrewRole role) => $"{Home}/claim/{WireNames.Name(role)}";

    public string Release(CrewRole role) => $"{Home}/release/{WireNames.Name(role)}";

    public string Checklist(Guid id) => $"{Checklists}/{id}";

    /// <summary>Where one item is marked.</summary>
    public string Item(Guid checklistId, Guid id) => $"{Checklist(checklistId)}/{id}";

    /// <summary>Where a defect found at an item is reported.</summary>
    public string NewDefect(Guid itemId) => $"{Home}/defects/new?item={itemId}";

    /// <summary>Where one guest is marked.</summary>
    public string Guest(Guid id) => $"{Guests}/{id}";

    public string EditGuest(Guid id) => $"{Guest(id)}/edit";

    public string Waiver(Guid id) => $"{Home}/waivers/{id}";

    public string Proof(Guid waiverId) => $"{Waiver(waiverId)}/proof";

    /// <summary>An item on the checklist's page.</summary>
    public string ItemOnList(Guid checklistId, Guid id) => $"{Checklist(checklistId)}#i{id:N}";

    /// <summary>A checklist's page at its first open item.</summary>
    public string OpenItem(Checklist list) =>
        list.NextItem is { } item ? ItemOnList(list.Id, item.Id) : Checklist(list.Id);

    /// <summary>A guest on the guest list page.</summary>
    public string GuestOnList(Guid id) => $"{Guests}#g{id:N}";
}
