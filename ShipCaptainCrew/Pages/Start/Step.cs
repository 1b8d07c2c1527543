namespace ShipCaptainCrew.Pages.Start;

/// <summary>One setup step. <c>Done</c> is what shows that it is done; null while it is not.</summary>
public sealed record Step(string Title, string Why, string Action, string Address, string? Done);
