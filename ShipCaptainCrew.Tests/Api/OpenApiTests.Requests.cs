using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class OpenApiTests
{
    [Fact]
    public void Required_fields_are_described_for_creations_but_not_for_edits()
    {
        Assert.Equal(["vessel_id", "event_date", "captain_id"], Names(Schema("/api/events", "post")["required"]));
        Assert.Null(Schema("/api/events/{id}", "put")["required"]);
        Assert.Equal(["items"], Names(Schema("/api/events/{id}/checklists/{checklistId}", "put")["required"]));
        Assert.Equal(
            ["captain", "first_mate", "deckhand"], Names(document["components"]!["schemas"]!["CrewRole"]!["enum"]));
        Assert.Equal("date-time",
            (string?)document["components"]!["schemas"]!["EventJson"]!["properties"]!["departure_time"]!["format"]);
        var bearer = document["components"]!["securitySchemes"]!["bearer"]!;
        Assert.Equal("http bearer", $"{bearer["type"]} {bearer["scheme"]}");
    }

    /// <summary>Sends an invalid value for each described field and expects an error of that field.</summary>
    [Fact]
    public async Task Every_described_field_is_read()
    {
        var charter = await fixture.Charter();
        var list = await fixture.Queen.Dana.Api
            .Post($"/api/events/{charter["id"]}/checklists",
                new { template_id = await fixture.Queen.Template("Before departure", "Lines") })
            .Json(201);
        var defect = await fixture.Queen.Dana.Api
            .Post($"/api/vessels/{fixture.Aurora}/defects", new { what = "Bilge pump", severity = "minor" })
            .Json(201);
        var (waiver, guest) = (await fixture.Queen.Waiver(),
            await fixture.Queen.Dana.Api.Guest($"/api/events/{charter["id"]}", "Ben Cole"));
        foreach (var (path, method, _) in Operations().Where(operation => operation.Node["requestBody"] is not null))
        {
            var address = path.Replace("/vessels/{id}", $"/vessels/{fixture.Aurora}", StringComparison.Ordinal)
                .Replace("/members/{id}", $"/members/{fixture.Queen.Sam.MemberId}", StringComparison.Ordinal)
                .Replace("/charter-types/{id}",
                    $"/charter-types/{await fixture.Queen.Type("A type", PlanningSteps.AtHalfPastFour)}",
                    StringComparison.Ordinal)
                .Replace("/checklist-templates/{id}",
                    $"/checklist-templates/{await fixture.Queen.Template("A list", "One")}", StringComparison.Ordinal)
                .Replace("/defects/{id}", $"/defects/{defect["id"]}", StringComparison.Ordinal)
                .Replace("/waiver-templates/{id}", $"/waiver-templates/{waiver}", StringComparison.Ordinal)
                .Replace("{guestId}", $"{guest["id"]}", StringComparison.Ordinal)
                .Replace("{id}", $"{charter["id"]}", StringComparison.Ordinal)
                .Replace("{checklistId}", $"{list["id"]}", StringComparison.Ordinal)
                .Replace("{role}", "deckhand", StringComparison.Ordinal);
            foreach (var (name, type) in Schema(path, method)["properties"]!.AsObject())
            {
                JsonNode invalid = type!["properties"] is null ? new JsonObject { ["no"] = "such thing" } : "no group";
                var body = new JsonObject { [name] = invalid };
                var problem = await fixture.Queen.Olive.Api
                    .SendAsync(
                        new(new(method), address) { Content = System.Net.Http.Json.JsonContent.Create(body) })
                    .Json(422);
                Assert.True(problem["errors"]!.AsObject().Any(field => field.Key == name),
                    $"{method} {path} {name}: {problem.ToJsonString()}");
            }
        }
    }

    private JsonNode Schema(string path, string method) =>
        document["paths"]![path]![method]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
}
