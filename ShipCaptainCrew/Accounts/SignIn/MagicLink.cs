using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Accounts.Tokens;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// A way in by mail, good for one use. Kept are only hashes: the token and the code exist in the letter alone.
/// </summary>
public sealed class MagicLink
{
    public static readonly TimeSpan SignInLife = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);
    private const int Tries = 5;

    private MagicLink()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Null where the address that asked belongs to nobody: all else happens alike.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The membership an invitation is for; null for a plain sign-in.</summary>
    public Guid? MemberId { get; private set; }

    public Guid? OperatorId { get; private set; }
    public string? AskHash { get; private set; }
    public string? TokenHash { get; private set; }
    public string? CodeHash { get; private set; }
    public int WrongCodes { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsInvitation => MemberId is not null;

    public static MagicLink Asked(Guid? personId, string ask, DateTimeOffset at) => new()
    {
        PersonId = personId,
        AskHash = Hash(ask),
        CreatedAt = at,
        ExpiresAt = at + SignInLife,
    };

    public static MagicLink Invitation(Guid operatorId, Guid memberId, Guid personId, DateTimeOffset at) => new()
    {
        OperatorId = operatorId,
        MemberId = memberId,
        PersonId = personId,
        CreatedAt = at,
        ExpiresAt = at + InvitationLife,
    };

    public static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Makes the token and the code that go into the letter. A link sent again gets new ones.</summary>
    public Issued Issue()
    {
        var (token, code) = (RandomTokens.Token(), RandomTokens.Code());
        (TokenHash, CodeHash) = (Hash(token), Hash(Id + code));
        return new(token, code);
    }

    public bool IsLive(DateTimeOffset now) => IsOpen(now) && PersonId is not null;

    /// <summary>Whether it may still be tried, also where it is nobody's and no try can succeed.</summary>
    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt && WrongCodes < Tries;

    public bool WasAskedWith(string? ask) => ask is not null && AskHash is not null && Same(AskHash, Hash(ask));

    /// <summary>
    /// Counts a wrong code; after five the link is dead. Where no letter went out every code is wrong, and counted all
    /// the same, so that no time tells.
    /// </summary>
    public bool Opens(string? code)
    {
        if (code is null) return false;
        if (Same(CodeHash ?? "", Hash(Id + RandomTokens.Normal(code)))) return true;
        WrongCodes++;
        return false;
    }

    public void Use(DateTimeOffset at) => UsedAt = at;

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}

/// <summary>The secrets of a link as they stand in its letter, and nowhere else. Not every link has a code.</summary>
public sealed record Issued(string Token, string Code = "");

internal sealed class MagicLinkConfiguration : IEntityTypeConfiguration<MagicLink>
{
    public void Configure(EntityTypeBuilder<MagicLink> builder)
    {
        builder.ToTable("magic_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.UsedAt).IsConcurrencyToken();
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.AskHash).IsUnique();
        builder.HasIndex(link => link.CreatedAt);
        builder.HasIndex(link => new { link.PersonId, link.CreatedAt });
        builder.HasIndex(link => link.ExpiresAt);
    }
}
