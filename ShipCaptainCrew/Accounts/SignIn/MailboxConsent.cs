using ShipCaptainCrew.Accounts.Tokens;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>The consent of one mailbox: the hash of the link that asks for it, and when it was given (UTC).</summary>
public sealed class MailboxConsent
{
    public string? TokenHash { get; private set; }
    public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>Creates the token for the email and invalidates the previous one.</summary>
    public Issued Ask()
    {
        var token = RandomTokens.Token();
        TokenHash = MagicLink.Hash(token);
        return new(token);
    }

    public void Give(DateTimeOffset at) => GivenAt ??= at;

    /// <summary>A copy without the link.</summary>
    public MailboxConsent WithoutToken() => new() { GivenAt = GivenAt };
}
