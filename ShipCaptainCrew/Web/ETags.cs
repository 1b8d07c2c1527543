using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Primitives;
using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Web;

/// <summary>Answers 304 to a browser that already has the current version, with little work.</summary>
public static class ETags
{
    private static readonly Guid Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId;

    /// <summary>
    /// Sets the ETag of the response and returns whether the browser already has that version. The session and the role
    /// are part of the tag, so one person's response is never used for another on the same phone.
    /// </summary>
    /// <param name="also">Other values that the response depends on and that do not change the revision.</param>
    public static bool IsFresh(this HttpContext http, Viewer viewer, long revision, params object?[] also)
    {
        var fingerprint = Fingerprint(
            viewer.SessionId,
            viewer.Role,
            CultureInfo.CurrentUICulture.Name,
            viewer.Locale,
            ThemeCookie.Get(http),
            Build,
            string.Join('|', also));
        var tag = $"W/\"{revision}-{fingerprint}\"";
        http.Response.Headers.ETag = tag;
        if (!StringValues.Equals(http.Request.Headers.IfNoneMatch, tag)) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static string Fingerprint(params object?[] parts) =>
        ShipCaptainCrew.Domain.Input.Fingerprint(string.Join('|', parts))[..16];
}
