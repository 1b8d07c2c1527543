namespace ShipCaptainCrew.Actions.Operators;

/// <summary>An operator as the server administrator sees it.</summary>
/// <param name="Members">Number of members who are not archived.</param>
public sealed record OperatorLine(string Slug, string Name, DateTimeOffset? SuspendedAt, int Members);
