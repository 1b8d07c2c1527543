using System.Buffers.Text;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts.Tokens;

/// <summary>
/// Creates and validates the JWT of a program. It names the session, which is read on every request. The role in it is
/// only informative.
/// </summary>
public sealed class AccessToken(TokenKey key, TimeProvider clock)
{
    public const string Issuer = "shipcaptaincrew";
    public static readonly TimeSpan Life = TimeSpan.FromHours(8);

    /// <summary>
    /// The header of every token that this app creates. A token with any other header (another algorithm, key id, type
    /// or critical extension) was not created here and is rejected, whatever its signature.
    /// </summary>
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly (string Name, JsonValueKind Kind)[] RequiredClaims =
    [
        ("sub", JsonValueKind.String), ("sid", JsonValueKind.String), ("jti", JsonValueKind.String),
        ("operator", JsonValueKind.String), ("iat", JsonValueKind.Number), ("exp", JsonValueKind.Number),
    ];

    /// <summary>A token that is valid for eight hours, a program's until its session ends, and never longer.</summary>
    public string For(Viewer viewer)
    {
        var now = clock.GetUtcNow();
        var end = viewer.IsProgram || now + Life > viewer.SessionEndsAt ? viewer.SessionEndsAt : now + Life;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now.UtcDateTime,
            Expires = end.UtcDateTime,
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
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public static TokenValidationParameters Rules(TokenKey key, TimeProvider clock) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        IssuerSigningKeys = key.Accepted,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        TypeValidator = (type, token, _) =>
            IsCreatedHere(token) ? type : throw new SecurityTokenInvalidTypeException(),
        RequireExpirationTime = true,
        NameClaimType = "name",
        LifetimeValidator = (notBefore, expires, _, _) =>
            expires is { } end
            && clock.GetUtcNow().UtcDateTime < end
            && !(notBefore > clock.GetUtcNow().UtcDateTime),
    };

    /// <summary>
    /// Checks that the header is ours and that each required claim is there once, in the form that this app writes. The
    /// framework would also accept a time as a string or a fraction, a list, and the last of two values.
    /// </summary>
    private static bool IsCreatedHere(SecurityToken token)
    {
        if (token is not JsonWebToken { EncodedHeader: var header } jwt || header != Header) return false;
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(jwt.EncodedPayload), Strict);
        return RequiredClaims.All(claim =>
            payload.RootElement.TryGetProperty(claim.Name, out var value) && value.ValueKind == claim.Kind
                && (claim.Kind != JsonValueKind.Number || value.TryGetInt64(out _)));
    }
}
