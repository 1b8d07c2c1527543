using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>
/// Resolves the viewer of each request from its cookie or token. Session, member and role are as in the database every
/// time, so a revoked session or right takes effect immediately. The operator is the one in the address, else the
/// one that the session used last.
/// </summary>
public sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, AppDbContext db, SessionResolver sessions)
    {
        db.From = new(null, RemoteAddress(http));
        var isAnonymous = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (http.User.Identity?.IsAuthenticated == true
            && !isAnonymous
            && !await ResolveViewer(http, db, sessions))
            return;
        if (http.Features.Get<Viewer>() is { } viewer) Languages.Speak(Languages.English, viewer.Locale);
        await next(http);
    }

    /// <summary>The client address, as IPv4 where it is an IPv4 address mapped to IPv6.</summary>
    private static string? RemoteAddress(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address ? null
        : $"{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}";

    /// <summary>
    /// Answers 404 for an operator that the person is not a member of. Treats a session as not signed in if it is
    /// invalid, or began before the membership became active.
    /// </summary>
    private static async Task<bool> ResolveViewer(HttpContext http, AppDbContext db, SessionResolver sessions)
    {
        var slug = http.GetRouteValue("operator") as string;
        var (session, viewer) = await sessions.Check(http.User, slug, http.RequestAborted);
        if (session is not null) http.Features.Set(session);
        if (viewer is not null)
        {
            db.UseOperator(viewer.OperatorId, viewer.MemberId);
            db.From = db.From with { SessionId = viewer.SessionId };
            http.Features.Set(viewer);
            return true;
        }

        if (session is not null && NeedsNoOperator(http)) return true;
        var isOtherOperator = session is not null && slug is not null
            && !await sessions.IsTooOld(session, slug, http.RequestAborted);
        if (isOtherOperator) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else http.User = new ClaimsPrincipal(new ClaimsIdentity());
        return !isOtherOperator;
    }

    private static bool NeedsNoOperator(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<NeedsNoOperatorAttribute>() is not null;
}
