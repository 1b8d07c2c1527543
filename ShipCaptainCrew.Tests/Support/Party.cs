using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Guests of a charter, and what they sign.</summary>
public static class Party
{
    /// <summary>The operator's own text, which every charter's guests then sign.</summary>
    public static async Task<Guid> WaiverTemplate(this Cast cast) =>
        (await cast.Dana.Api.Post("/api/waiver-templates", new { name = "Standard waiver", html = "<p>I sail at my own risk.</p>" }).Json(201)).Id();

    /// <summary>A guest as the office adds one.</summary>
    public static Task<JsonNode> Guest(this Day day, string name, object? more = null) => day.Cast.Dana.Api.Guest(day.Api, name, more);

    public static Task<JsonNode> Guest(this HttpClient api, string charter, string name, object? more = null)
    {
        var body = more is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(more)!.AsObject();
        body["name"] = name;
        return api.Post($"{charter}/guests", body).Json(201);
    }

    public static async Task Mark(this Day day, JsonNode guest, string where) =>
        await day.Cast.Kim.Api.Post($"{day.Api}/guests/{guest.Id()}/mark", new { where }).Json();

    /// <summary>Signs by the link, as the page would.</summary>
    public static Task<Guid> Sign(this Ship ship, string address, string signer, JsonObject? more = null) => ship.In(async services =>
    {
        var signing = services.GetRequiredService<SigningActions>();
        var sheet = await signing.Open(address.Split('/')[^1].Split('?')[0], "en");
        Assert.NotNull(sheet);
        var input = new JsonObject { ["signer_name"] = signer, ["consent"] = "true", ["signature"] = Signing.Drawing };
        foreach (var (field, value) in more ?? []) input[field] = value?.DeepClone();
        var outcome = await signing.Sign(sheet, SigningActions.Consent, new("en", "link", null, "203.0.113.7", "Phone/1.0"), Input.Of(input));
        Assert.Null(outcome.Refusal);
        return outcome.Id;
    });
}
