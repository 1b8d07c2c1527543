using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts.Tokens;

/// <summary>
/// The key that signs programs' tokens: the setting <c>Jwt:Secret</c>, else one made once and kept beside the data. The
/// one before it,
/// <c>Jwt:PreviousSecret</c>, signs nothing any more but still opens, until the tokens signed with it have run out.
/// </summary>
public sealed class TokenKey
{
    private const int LeastBytes = 32;

    public TokenKey(IConfiguration configuration, StoragePaths storage)
    {
        Key = Given(configuration, "Jwt:Secret") ?? new(Kept(Path.Combine(storage.Keys, "jwt.key")));
        Live = Given(configuration, "Jwt:PreviousSecret") is { } previous ? [Key, previous] : [Key];
    }

    public SymmetricSecurityKey Key { get; }

    /// <summary>Every key that still opens.</summary>
    public IReadOnlyList<SymmetricSecurityKey> Live { get; }

    private static SymmetricSecurityKey? Given(IConfiguration configuration, string setting) =>
        configuration[setting] is not { Length: > 0 } secret ? null
        : System.Text.Encoding.UTF8.GetBytes(secret) is { Length: >= LeastBytes } key ? new(key)
        : throw new InvalidOperationException($"{setting} needs 32 bytes or more.");

    private static byte[] Kept(string path)
    {
        PrivateFiles.Folder(Path.GetDirectoryName(path)!);
        if (!File.Exists(path)) PrivateFiles.Write(path, RandomNumberGenerator.GetBytes(LeastBytes));
        return File.ReadAllBytes(path);
    }
}

/// <summary>
/// A token for a program: it names the session, which is looked up on every request. The role in it only informs.
/// </summary>
public sealed class AccessToken(TokenKey key, TimeProvider clock)
{
    public const string Issuer = "shipcaptaincrew";
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);

    /// <summary>
    /// How every token of ours begins. One that names another key, another use or a condition was not made here,
    /// whoever signed it.
    /// </summary>
    private static readonly string Head = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="life">How long it is good for; eight hours unless said.</param>
    public string For(Viewer viewer, TimeSpan? life = null)
    {
        var now = clock.GetUtcNow();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now.UtcDateTime,
            Expires = (now + (life ?? Life)).UtcDateTime,
            SigningCredentials = new(key.Key, SecurityAlgorithms.HmacSha256),
            Subject = new ClaimsIdentity(
            [
                new("sub", viewer.PersonId.ToString()),
                new("sid", viewer.SessionId.ToString()),
                new("jti", Guid.CreateVersion7(now).ToString()),
                new("name", viewer.Name),
                new("operator", viewer.OperatorSlug),
                new("role", WireNames.Name(viewer.Role)),
            ]),
        });
    }

    /// <summary>
    /// Whether a token that was good when the request began has run out since, as it can under a stream.
    /// </summary>
    public static bool HasExpired(ClaimsPrincipal pass, DateTimeOffset now) =>
        long.TryParse(pass.FindFirstValue("exp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && now >= DateTimeOffset.FromUnixTimeSeconds(seconds);

    public static TokenValidationParameters Rules(TokenKey key, TimeProvider clock) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        IssuerSigningKeys = key.Live,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        TypeValidator = (type, token, _) => IsWrittenAsOurs(token)
            ? type : throw new SecurityTokenInvalidTypeException(),
        RequireExpirationTime = true,
        NameClaimType = "name",
        LifetimeValidator = (notBefore, expires, _, _) => expires is { } end && clock.GetUtcNow().UtcDateTime < end
            && !(notBefore > clock.GetUtcNow().UtcDateTime),
    };

    /// <summary>
    /// The framework takes an end that is text for the number it spells, and of two ends the last; one of ours is one
    /// number.
    /// </summary>
    private static bool IsWrittenAsOurs(SecurityToken token)
    {
        if (token is not JsonWebToken { EncodedHeader: var head } ours || head != Head) return false;
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(ours.EncodedPayload), Strict);
        return payload.RootElement.GetProperty("exp").ValueKind == JsonValueKind.Number;
    }
}
