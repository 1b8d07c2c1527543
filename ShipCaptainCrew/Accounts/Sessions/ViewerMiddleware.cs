using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Accounts.Sessions;

/// <summary>
/// Everybody comes aboard here, by cookie or by token: the session, the member and the role are looked up on every
/// request, so that what was taken away is gone at once. The operator is the one in the address, else the one the
/// session used last.
/// </summary>
public sealed class ViewerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, AppDbContext db, SessionResolver sessions)
    {
        db.From = new(null, RemoteAddress(http));
        var open = http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (http.User.Identity?.IsAuthenticated == true && !open && !await ResolveViewer(http, db, sessions)) return;
        await next(http);
    }

    /// <summary>As IPv4 where it is one.</summary>
    private static string? RemoteAddress(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } address
            ? null : $"{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}";

    /// <summary>A pass that is good for nobody is no pass; somebody who belongs elsewhere finds nothing here.</summary>
    private static async Task<bool> ResolveViewer(HttpContext http, AppDbContext db, SessionResolver sessions)
    {
        var slug = http.GetRouteValue("operator") as string;
        var (session, viewer) = await sessions.Check(http.User, slug, http.RequestAborted);
        if (viewer is not null)
        {
            db.UseOperator(viewer.OperatorId, viewer.MemberId);
            db.From = db.From with { SessionId = viewer.SessionId };
            http.Features.Set(viewer);
            return true;
        }

        var isElsewhere = session is not null && slug is not null;
        if (isElsewhere) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else http.User = new ClaimsPrincipal(new ClaimsIdentity());
        return !isElsewhere;
    }
}
