using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Pages.Settings;

/// <summary>
/// Sends an operator's logo to everyone who knows its address, which guests' pages contain. What is at an address never
/// changes, so a browser asks for it once.
/// </summary>
internal static class LogoEndpoint
{
    public static void MapLogos(this IEndpointRouteBuilder app) =>
        app.MapGet("/{operator:slug}/logo/{version}", Read).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Read(
        string @operator, string version, HttpResponse response, AppDbContext db, CancellationToken cancel)
    {
        var owner = await db.Operators.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Slug == @operator && row.SuspendedAt == null, cancel);
        if (owner?.LogoVersion != version) return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(owner.Logo!, "image/webp");
    }
}
