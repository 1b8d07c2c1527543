using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Steps of the office that adds guests and waivers, and of a guest who signs on a phone, without account, cookies or
/// scripts.
/// </summary>
public static class SigningSteps
{
    public const string English =
        "# Risks\n\nI, {{name}}, sail aboard {{vessel}} with {{operator}} on {{date}}.";

    public const string Spanish =
        "# Riesgos\n\nYo, {{name}}, navego a bordo de {{vessel}} con {{operator}} el {{date}}.";

    public const string Drawing = "M10 20L30 40L50 20";

    /// <summary>Creates a waiver template in both languages.</summary>
    public static async Task<Guid> Waiver(
        this Cast cast, string name = "Participant agreement", string html = English) =>
        (await cast.Dana.Api.Post("/api/waiver-templates", new { name, html, html_es = Spanish }).Json(201)).Id();

    /// <summary>Adds a guest to the charter, as Dana would.</summary>
    public static Task<JsonNode> Guest(this CharterFixture day, string name, object? more = null) =>
        day.Cast.Dana.Api.Guest(day.Api, name, more);

    public static Task<JsonNode> Guest(this HttpClient api, string charter, string name, object? more = null)
    {
        var body = more is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        body["name"] = name;
        return api.Post($"{charter}/guests", body).Json(201);
    }

    public static async Task Mark(this CharterFixture day, JsonNode guest, string where) =>
        await day.Cast.Kim.Api.Post($"{day.Api}/guests/{guest.Id()}/mark", new { where }).Json();

    /// <summary>Signs the waiver of a link, by calling the action directly.</summary>
    /// <returns>The waiver's id.</returns>
    public static Task<Guid> Sign(this AppFixture app, string address, string signer, JsonObject? more = null) =>
        app.In(async services =>
    {
        var signing = services.GetRequiredService<SigningActions>();
        var view = await signing.Open(address.Split('/')[^1].Split('?')[0], "en");
        Assert.NotNull(view);
        var input = new JsonObject { ["signer_name"] = signer, ["consent"] = "true", ["signature"] = Drawing };
        foreach (var (field, value) in more ?? []) input[field] = value?.DeepClone();
        var outcome =
            await signing.Sign(
                view, SigningActions.Consent, new("en", "link", null, "203.0.113.7", "Phone/1.0"), Input.Of(input));
        Assert.Null(outcome.Refusal);
        return outcome.Id;
    });

    /// <summary>Adds a guest to a charter and signs their waiver.</summary>
    /// <returns>The waiver's id.</returns>
    public static async Task<Guid> Signs(this Cast cast, Guid charterId, string name) =>
        await cast.Ship.Sign(
            (string)(await cast.Dana.Api.Guest($"/api/events/{charterId}", name))["waiver_url"]!, name);

    /// <summary>Adds a guest to a charter.</summary>
    /// <returns>The guest's id and the path of their waiver page.</returns>
    public static async Task<(Guid Id, string Page)> Guest(
        this Cast cast, Guid charter, string name, string? email = null, bool minor = false, string? guardian = null)
    {
        var guest = await cast.Dana.Api
            .Post($"/api/events/{charter}/guests", new { name, email, minor, guardian_name = guardian })
            .Json(201);
        return (guest.Id(), new Uri((string)guest["waiver_url"]!).AbsolutePath);
    }

    public static HttpClient Phone(this AppFixture app) =>
        app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>Posts the waiver form without its hidden fields.</summary>
    public static Task<HttpResponseMessage> Sign(
        this HttpClient phone, string page, string name, params (string Name, string Value)[] more) =>
        phone.Send(page, [("signer_name", name), ("consent", "true"), .. more]);

    public static Task<HttpResponseMessage> Send(
        this HttpClient phone, string page, params (string Name, string Value)[] fields) =>
        phone.PostAsync(
            page, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>The operator's waiver records, oldest first.</summary>
    public static Task<List<WaiverRecord>> Book(this Cast cast) =>
        cast.Look(db => db.Waivers.AsNoTracking().OrderBy(record => record.Seq).ToListAsync());

    /// <summary>A guest as the API lists them.</summary>
    public static async Task<JsonNode> Listed(this Cast cast, Guid charter, Guid guest) =>
        (await cast.Dana.Api.Get($"/api/events/{charter}/guests").Json())["guests"]!.AsArray()
            .Single(row => row!.Id() == guest)!;

    /// <summary>Reads from the database as the operator.</summary>
    public static Task<T> Look<T>(this Cast cast, Func<AppDbContext, Task<T>> read) => cast.Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(cast.OperatorId);
        return read(db);
    });
}
