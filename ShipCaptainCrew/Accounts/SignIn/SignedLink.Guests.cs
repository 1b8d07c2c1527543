namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>What is known about a guest's link.</summary>
public sealed partial class SignedLink
{
    /// <summary>The mailbox of links made before it was stored: they may have been mailed to any.</summary>
    public static readonly Guid UnknownMailbox = Guid.Empty;

    /// <summary>
    /// Whether the office issued it to this guest, or it was mailed to the address that the office entered. A link made
    /// for somebody who joined by a shared link is not: whoever holds it may not be the person of that name, so it acts
    /// for its own guest only and shows only what was signed by it.
    /// </summary>
    public bool IsFromOffice { get; init; }

    /// <summary>A hash of the address it was mailed to; null if it was not mailed.</summary>
    public Guid? Mailbox { get; init; }
}
