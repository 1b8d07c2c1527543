using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Primitives;
using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Web;

/// <summary>Answers "nothing new" (304) to a browser that asks again, for next to no work.</summary>
public static class ETags
{
    private static readonly Guid Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId;

    /// <summary>
    /// Marks the answer with what it depends on and says whether the browser has that already. The session and the role
    /// are part of it, so that one person's answer is never taken for another's on the same phone.
    /// </summary>
    /// <param name="also">What else the answer depends on and the revision does not count.</param>
    public static bool IsFresh(this HttpContext http, Viewer viewer, long revision, params object?[] also)
    {
        var tag =
            $"W/\"{revision}-{Fingerprint(viewer.SessionId, viewer.Role, CultureInfo.CurrentUICulture.Name,
                ThemeCookie.Get(http), Build, string.Join('|', also))}\"";
        http.Response.Headers.ETag = tag;
        if (!StringValues.Equals(http.Request.Headers.IfNoneMatch, tag)) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static string Fingerprint(params object?[] parts) =>
        ShipCaptainCrew.Domain.Input.Fingerprint(string.Join('|', parts))[..16];
}
