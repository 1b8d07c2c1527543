using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Accounts.Tokens;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// A sign-in link or invitation sent by email, valid for one use. Only hashes are stored: the token and the code exist
/// only in the email.
/// </summary>
public sealed class MagicLink : LinkWithCode
{
    public static readonly TimeSpan SignInLife = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    private MagicLink()
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Null if nobody has the address; everything else happens the same way.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The member that an invitation is for; null for a sign-in.</summary>
    public Guid? MemberId { get; private set; }

    public Guid? OperatorId { get; private set; }
    public string? AskHash { get; private set; }
    public string? TokenHash { get; private set; }

    /// <summary>The known device that requested it; null for any other browser or program.</summary>
    public Guid? DeviceId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsInvitation => MemberId is not null;

    protected override string Salt => $"{Id}";

    public static MagicLink Asked(Guid? personId, string ask, DateTimeOffset at, Guid? deviceId = null) => new()
    {
        PersonId = personId,
        AskHash = Hash(ask),
        DeviceId = deviceId,
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

    /// <summary>Creates the token and the code for the email. When it is sent again, they are replaced.</summary>
    public Issued Issue()
    {
        var token = RandomTokens.Token();
        TokenHash = Hash(token);
        return new(token, IssueCode());
    }

    public bool IsLive(DateTimeOffset now) => IsOpen(now) && PersonId is not null;

    /// <summary>Whether it may still be tried, even if nobody has the address and no attempt can succeed.</summary>
    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt && HasTriesLeft;

    public bool WasAskedWith(string? ask) => ask is not null && AskHash is not null && AreEqual(AskHash, Hash(ask));

    public void Use(DateTimeOffset at) => UsedAt = at;

    /// <summary>An expired link counts as used, so that it does not work again after the clock goes back.</summary>
    public void UseIfExpired(DateTimeOffset now)
    {
        if (UsedAt is null && now >= ExpiresAt) UsedAt = now;
    }
}
