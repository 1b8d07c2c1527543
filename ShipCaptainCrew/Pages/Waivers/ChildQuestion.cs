namespace ShipCaptainCrew.Pages.Waivers;

/// <summary>Whether a child of a name like one of the list is that child.</summary>
/// <param name="Row">The start of the names of the row's inputs, such as <c>children[0]</c>.</param>
/// <param name="Name">The name that was asked about.</param>
/// <param name="IsAnother">The answer: whether it is another child.</param>
public sealed record ChildQuestion(string Row, string Name, bool IsAnother);
