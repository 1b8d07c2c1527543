namespace ShipCaptainCrew.Domain.Charters;

/// <summary>One condition that blocks lines off, with a message for people and a code for programs.</summary>
/// <param name="MayBeOverridden">Whether the captain may sail anyway, with a reason.</param>
/// <param name="Id">The item or defect that it is about.</param>
public sealed record Blocker(string Code, LocalizedText Message, bool MayBeOverridden, Guid? Id = null);
