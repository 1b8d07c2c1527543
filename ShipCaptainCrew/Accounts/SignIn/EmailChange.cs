using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// A request of a person to change their email address. It takes effect when both mailboxes have confirmed it with the
/// link in their email, in the session that asked or with the code; until then nothing changes.
/// </summary>
public sealed class EmailChange
{
    public const string OldAddressEmailKind = "old_address";
    public const string NewAddressEmailKind = "new_address";
    public const string AddressLeftEmailKind = "address_left";
    public const string AddressChangedEmailKind = "address_moved";

    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private EmailChange()
    {
    }

    public EmailChange(Person person, string email, Guid sessionId, DateTimeOffset at)
    {
        (PersonId, SessionId) = (person.Id, sessionId);
        (OldEmail, Email, NormalizedEmail) = (person.Email!, email, Person.Normalize(email));
        (CreatedAt, ExpiresAt) = (at, at + Life);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid PersonId { get; private set; }

    /// <summary>
    /// The session that made the request. It confirms without a code, and stays when all other sessions are ended.
    /// </summary>
    public Guid SessionId { get; private set; }

    public string OldEmail { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string NormalizedEmail { get; private set; } = "";
    public MailboxConsent Old { get; private set; } = new();
    public MailboxConsent New { get; private set; } = new();

    /// <summary>When its emails were written (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
    public EmailChangeState State { get; private set; }

    /// <summary>The mailboxes that have not confirmed yet.</summary>
    public IEnumerable<Mailbox> Missing => Enum.GetValues<Mailbox>().Where(side => Of(side).GivenAt is null);

    public bool IsOpen(DateTimeOffset now) => State == EmailChangeState.Waiting && now < ExpiresAt;

    public MailboxConsent Of(Mailbox side) => side == Mailbox.Old ? Old : New;

    public string EmailOf(Mailbox side) => side == Mailbox.Old ? OldEmail : Email;

    public Mailbox SideOf(string token) => Old.TokenHash == MagicLink.Hash(token) ? Mailbox.Old : Mailbox.New;

    /// <summary>
    /// Whether a session of the person may answer for a mailbox without the code: the one that asked or, if the email
    /// came without a code, as earlier versions sent it, any.
    /// </summary>
    public bool NeedsNoCode(Session session, Mailbox side) =>
        session.Id == SessionId || (session.PersonId == PersonId && Of(side).CodeHash is null);

    /// <summary>
    /// The same request with new emails. Consents that were given stay, and it expires at the same time.
    /// </summary>
    public EmailChange Again(DateTimeOffset at)
    {
        var copy = (EmailChange)MemberwiseClone();
        (copy.Id, copy.CreatedAt) = (Guid.CreateVersion7(), at);
        (copy.Old, copy.New) = (Old.WithoutToken(), New.WithoutToken());
        return copy;
    }

    /// <summary>An email about it. It has no operator, because the person may belong to several.</summary>
    public OutboxEmail NewEmail(string kind, DateTimeOffset at) => new(kind, $"{kind}|{Id}", at) { SubjectId = Id };

    public void Withdraw() => State = EmailChangeState.Withdrawn;

    public void Done() => State = EmailChangeState.Done;
}
