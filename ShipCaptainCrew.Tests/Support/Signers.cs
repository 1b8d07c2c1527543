using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Guests with a waiver to sign, and what a guest's phone does: no account, no cookie, no script.</summary>
public static class Signers
{
    public const string English = "# Risks\n\nI, {{name}}, sail aboard {{vessel}} with {{operator}} on {{date}}.", Spanish = "# Riesgos\n\nYo, {{name}}, navego a bordo de {{vessel}} con {{operator}} el {{date}}.";

    public static async Task<Guid> Waiver(this Cast cast, string name = "Participant agreement") =>
        (await cast.Dana.Api.Post("/api/waiver-templates", new { name, html = English, html_es = Spanish }).Json(201)).Id();

    /// <summary>A guest on the list, and the path of their waiver page.</summary>
    public static async Task<(Guid Id, string Page)> Guest(this Cast cast, Guid charter, string name, string? email = null, bool minor = false, string? guardian = null)
    {
        var guest = await cast.Dana.Api.Post($"/api/events/{charter}/guests", new { name, email, minor, guardian_name = guardian }).Json(201);
        return (guest.Id(), new Uri((string)guest["waiver_url"]!).AbsolutePath);
    }

    public static HttpClient Phone(this Ship ship) => ship.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>Signs as a form without script or hidden fields would.</summary>
    public static Task<HttpResponseMessage> Sign(this HttpClient phone, string page, string name, params (string Name, string Value)[] more) =>
        phone.Send(page, [("signer_name", name), ("consent", "true"), .. more]);

    public static Task<HttpResponseMessage> Send(this HttpClient phone, string page, params (string Name, string Value)[] fields) =>
        phone.PostAsync(page, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>The operator's waiver book.</summary>
    public static Task<List<WaiverRecord>> Book(this Cast cast) => cast.Look(db => db.Waivers.AsNoTracking().OrderBy(record => record.Seq).ToListAsync());

    /// <summary>A guest as the list has them.</summary>
    public static async Task<JsonNode> Listed(this Cast cast, Guid charter, Guid guest) =>
        (await cast.Dana.Api.Get($"/api/events/{charter}/guests").Json())["guests"]!.AsArray().Single(row => row!.Id() == guest)!;

    public static Task<T> Look<T>(this Cast cast, Func<ShipDb, Task<T>> look) => cast.Ship.In(services =>
    {
        var db = services.GetRequiredService<ShipDb>();
        db.Enter(cast.OperatorId);
        return look(db);
    });
}
