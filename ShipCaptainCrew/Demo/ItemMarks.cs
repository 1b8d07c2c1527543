using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Demo;

/// <summary>Checklist items (zero-based) that a member marked some minutes ago.</summary>
internal sealed record ItemMarks(int MinutesAgo, string Name, ItemState State, params int[] Items);
