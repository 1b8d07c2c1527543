using ShipCaptainCrew.Accounts.Tokens;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// The consent of one mailbox: the hashes of the link and code that ask for it, and when it was given (UTC).
/// </summary>
public sealed class MailboxConsent : LinkWithCode
{
    public string? TokenHash { get; private set; }
    public DateTimeOffset? GivenAt { get; private set; }

    protected override string Salt => TokenHash ?? "";

    /// <summary>Creates the token and the code for the email and invalidates the previous ones.</summary>
    public Issued Ask()
    {
        var token = RandomTokens.Token();
        TokenHash = MagicLink.Hash(token);
        return new(token, IssueCode());
    }

    public void Give(DateTimeOffset at) => GivenAt ??= at;

    /// <summary>A copy without the link.</summary>
    public MailboxConsent WithoutToken() => new() { GivenAt = GivenAt };
}
