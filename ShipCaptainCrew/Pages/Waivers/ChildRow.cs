using ShipCaptainCrew.Pages.Shared;

namespace ShipCaptainCrew.Pages.Waivers;

/// <summary>The fields for one child that a guardian signs for.</summary>
public sealed record ChildRow(FieldState Name, FieldState BirthDate);
