namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>Marks an endpoint that a signed-in person may call even if their session opens no operator.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsNoOperatorAttribute : Attribute;
