using ShipCaptainCrew.Pages.Shared;

namespace ShipCaptainCrew.Pages.Waivers;

/// <summary>The fields for one child that a guardian signs for.</summary>
/// <param name="Question">Whether it is a child of the list, once that was asked; else null.</param>
public sealed record ChildRow(FieldState Name, FieldState BirthDate, ChildQuestion? Question = null);
