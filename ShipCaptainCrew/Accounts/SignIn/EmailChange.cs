using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// A person's wish to be known by another address. It comes true once both mailboxes have said yes, by the link of a
/// letter to each; until then nothing changes.
/// </summary>
public sealed class EmailChange
{
    public const string OldAddressEmailKind = "old_address", NewAddressEmailKind = "new_address", AddressLeftEmailKind =
        "address_left", AddressChangedEmailKind = "address_moved";

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

    /// <summary>The sign-in it was asked in, which goes on when all others end.</summary>
    public Guid SessionId { get; private set; }

    public string OldEmail { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string NormalizedEmail { get; private set; } = "";
    public MailboxConsent Old { get; private set; } = new();
    public MailboxConsent New { get; private set; } = new();

    /// <summary>When its letters were written.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
    public EmailChangeState State { get; private set; }

    /// <summary>Who still has to say yes.</summary>
    public IEnumerable<Mailbox> Missing => Enum.GetValues<Mailbox>().Where(side => Of(side).GivenAt is null);

    public bool IsOpen(DateTimeOffset now) => State == EmailChangeState.Waiting && now < ExpiresAt;

    public MailboxConsent Of(Mailbox side) => side == Mailbox.Old ? Old : New;

    public string EmailOf(Mailbox side) => side == Mailbox.Old ? OldEmail : Email;

    public Mailbox SideOf(string token) => Old.TokenHash == MagicLink.Hash(token) ? Mailbox.Old : Mailbox.New;

    /// <summary>The same wish by other letters. What was said stays said, and no time is won.</summary>
    public EmailChange Again(DateTimeOffset at)
    {
        var again = (EmailChange)MemberwiseClone();
        (again.Id, again.CreatedAt, again.Old, again.New) = (Guid.CreateVersion7(), at, Old.Kept(), New.Kept());
        return again;
    }

    /// <summary>A letter about it, from the house: the person may belong to several operators.</summary>
    public OutboxEmail EmailKindFor(string kind, DateTimeOffset at) => new(kind, $"{kind}|{Id}", at) { SubjectId = Id };

    public void Withdraw() => State = EmailChangeState.Withdrawn;

    public void Done() => State = EmailChangeState.Done;
}

internal sealed class EmailChangeConfiguration : IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<EmailChange> builder)
    {
        builder.ToTable("new_addresses");
        builder.Property(wish => wish.Id).ValueGeneratedNever();
        builder.OwnsOne(wish => wish.Old, Keep).Navigation(wish => wish.Old).IsRequired();
        builder.OwnsOne(wish => wish.New, Keep).Navigation(wish => wish.New).IsRequired();
        builder.HasIndex(wish => wish.PersonId).IsUnique().HasFilter($"\"State\" = '{EmailChangeState.Waiting}'");
        builder.HasIndex(wish => wish.NormalizedEmail);
        builder.HasIndex(wish => wish.ExpiresAt);
    }

    private static void Keep(OwnedNavigationBuilder<EmailChange, MailboxConsent> consent) =>
        consent.HasIndex(row => row.TokenHash).IsUnique();
}
