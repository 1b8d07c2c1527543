using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Accounts;

/// <summary>
/// A person's wish to be known by another address. It comes true once both mailboxes have said yes, by the link of a letter to each; until
/// then nothing changes.
/// </summary>
public sealed class NewAddress
{
    public const string OldLetter = "old_address", NewLetter = "new_address", LeftLetter = "address_left", MovedLetter = "address_moved";

    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private NewAddress()
    {
    }

    public NewAddress(Person person, string email, Guid sessionId, DateTimeOffset at)
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
    public Consent Old { get; private set; } = new();
    public Consent New { get; private set; } = new();

    /// <summary>When its letters were written.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
    public NewAddressState State { get; private set; }

    /// <summary>Who still has to say yes.</summary>
    public IEnumerable<Mailbox> Missing => Enum.GetValues<Mailbox>().Where(side => Of(side).GivenAt is null);

    public bool IsOpen(DateTimeOffset now) => State == NewAddressState.Waiting && now < ExpiresAt;

    public Consent Of(Mailbox side) => side == Mailbox.Old ? Old : New;

    public string EmailOf(Mailbox side) => side == Mailbox.Old ? OldEmail : Email;

    public Mailbox SideOf(string token) => Old.TokenHash == MagicLink.Hash(token) ? Mailbox.Old : Mailbox.New;

    /// <summary>The same wish by other letters. What was said stays said, and no time is won.</summary>
    public NewAddress Again(DateTimeOffset at)
    {
        var again = (NewAddress)MemberwiseClone();
        (again.Id, again.CreatedAt, again.Old, again.New) = (Guid.CreateVersion7(), at, Old.Kept(), New.Kept());
        return again;
    }

    /// <summary>A letter about it, from the house: the person may belong to several operators.</summary>
    public Letter Letter(string kind, DateTimeOffset at) => new(kind, $"{kind}|{Id}", at) { SubjectId = Id };

    public void Withdraw() => State = NewAddressState.Withdrawn;

    public void Done() => State = NewAddressState.Done;
}

internal sealed class NewAddressConfiguration : IEntityTypeConfiguration<NewAddress>
{
    public void Configure(EntityTypeBuilder<NewAddress> builder)
    {
        builder.ToTable("new_addresses");
        builder.Property(wish => wish.Id).ValueGeneratedNever();
        builder.OwnsOne(wish => wish.Old, Keep).Navigation(wish => wish.Old).IsRequired();
        builder.OwnsOne(wish => wish.New, Keep).Navigation(wish => wish.New).IsRequired();
        builder.HasIndex(wish => wish.PersonId).IsUnique().HasFilter($"\"State\" = '{NewAddressState.Waiting}'");
        builder.HasIndex(wish => wish.NormalizedEmail);
        builder.HasIndex(wish => wish.ExpiresAt);
    }

    private static void Keep(OwnedNavigationBuilder<NewAddress, Consent> consent) => consent.HasIndex(row => row.TokenHash).IsUnique();
}
