using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>The content of an invitation.</summary>
/// <param name="Name">The name of the person as the office entered it; null if it did not.</param>
/// <param name="HasJoined">Whether the person has joined any operator before, and so must sign in first.</param>
public sealed record Invited(string? Name, string Operator, MemberRole Role, bool HasJoined);
