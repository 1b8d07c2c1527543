using ShipCaptainCrew.Accounts.Tokens;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>One mailbox's yes: what is kept of the link that asks for it, and when it was given.</summary>
public sealed class MailboxConsent
{
    public string? TokenHash { get; private set; }
    public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>Makes the token that goes into the letter; one made before opens nothing any more.</summary>
    public Issued Ask()
    {
        var token = RandomTokens.Token();
        TokenHash = MagicLink.Hash(token);
        return new(token);
    }

    public void Give(DateTimeOffset at) => GivenAt ??= at;

    public MailboxConsent Kept() => new() { GivenAt = GivenAt };
}
