using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Pages.Checklists;

/// <summary>A requested item state that conflicts with a change the user has not seen.</summary>
public sealed record Clash(Guid ItemId, ItemState Requested);
