using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Guests who sign, by their links.</summary>
public static class Signing
{
    public const string Drawing = "M10 20L30 40L50 20";

    /// <summary>The operator's waiver text.</summary>
    public static async Task<Guid> WaiverText(this Cast cast, string html = "<h2>Release</h2><p>I, {{name}}, sail on {{vessel}} at my own risk.</p>") =>
        (await cast.Dana.Api.Post("/api/waiver-templates", new { name = "Release of liability", html }).Json(201)).Id();

    /// <summary>Adds a guest to a charter, who signs.</summary>
    /// <returns>The waiver.</returns>
    public static async Task<Guid> Signs(this Cast cast, Guid charterId, string name, JsonObject? more = null)
    {
        var guest = await cast.Dana.Api.Post($"/api/events/{charterId}/guests", new { name }).Json(201);
        return await cast.Ship.Sign((string)guest["waiver_url"]!, name, more);
    }
}
