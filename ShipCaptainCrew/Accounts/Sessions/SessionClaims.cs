using System.Globalization;
using System.Security.Claims;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>
/// Compares the claims of a cookie or token with the session that they name. The signature was checked before.
/// </summary>
internal static class SessionClaims
{
    /// <summary>
    /// A program's token may end this much later than its session, since earlier versions created it a moment after
    /// the session.
    /// </summary>
    private static readonly TimeSpan EndTolerance = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether they name the session's person and, in a token, times that fit: not issued before the session or in the
    /// future, not expired, and not valid beyond the session.
    /// </summary>
    public static bool Fit(ClaimsPrincipal principal, Session session, DateTimeOffset now) =>
        Guid.TryParse(principal.FindFirstValue("sub"), out var personId) && personId == session.PersonId
            && (IsCookie(principal) || HaveFittingTimes(principal, session, now));

    /// <summary>Whether it was read from the session cookie. Everything else is treated as a token.</summary>
    public static bool IsCookie(ClaimsPrincipal principal) =>
        principal.Identity?.AuthenticationType == AccountsRegistration.Cookie;

    /// <summary>The expiry is checked here too, because an event stream can outlast its token.</summary>
    private static bool HaveFittingTimes(ClaimsPrincipal principal, Session session, DateTimeOffset now) =>
        Seconds(principal, "iat") is { } issued
            && issued >= session.CreatedAt.ToUnixTimeSeconds()
            && issued <= now.ToUnixTimeSeconds()
            && Seconds(principal, "exp") is { } end
            && end > now.ToUnixTimeSeconds()
            && end <= (session.EndsAt + EndTolerance).ToUnixTimeSeconds();

    private static long? Seconds(ClaimsPrincipal principal, string claim) =>
        long.TryParse(
            principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds : null;
}
