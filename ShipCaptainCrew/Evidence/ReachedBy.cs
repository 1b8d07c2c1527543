namespace ShipCaptainCrew.Evidence;

/// <summary>The link by which a waiver was opened.</summary>
/// <param name="Kind">For example <c>mail</c>, <c>link</c>, <c>party</c>, <c>dock</c> or <c>kiosk</c>.</param>
/// <param name="MailedTo">The address the link was emailed to; null if it was not emailed.</param>
public sealed record ReachedBy(string Kind, Guid? LinkId, string? MailedTo);
