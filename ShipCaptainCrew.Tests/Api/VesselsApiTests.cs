using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class VesselsApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task The_office_manages_a_vessel_and_every_member_reads_it()
    {
        var made = await Queen.Dana.Api.Post("/api/vessels", new
        {
            name = "Aurora", passenger_capacity = 49, max_persons = 55, minimum_crew = 3, turnaround_minutes = 45,
            time_zone = "America/Los_Angeles",
            home_port = new { name = "Harbor Island", latitude = 32.7241, longitude = -117.2084 },
        });
        var aurora = await Task.FromResult(made).Json(201);
        Assert.Equal($"/api/vessels/{aurora["id"]}", made.Headers.Location?.ToString());
        Assert.True((bool)aurora["inspected"]!);
        Assert.True((bool)aurora["navigation_lights"]!);

        await Queen.Dana.Api
            .Put($"/api/vessels/{aurora["id"]}",
                new { navigation_lights = false, max_persons = (int?)null, home_port = new { latitude = 32.5 } })
            .Json();
        var seen = await Queen.Sam.Api.GetAsync($"/api/vessels/{aurora["id"]}").Json();
        Assert.Equal("Aurora", (string?)seen["name"]);
        Assert.False((bool)seen["navigation_lights"]!);
        Assert.Null(seen["max_persons"]);
        Assert.Equal(32.5, (double)seen["home_port"]!["latitude"]!);
        Assert.Equal(-117.2084, (double)seen["home_port"]!["longitude"]!);

        await Queen.Dana.Api.DeleteAsync($"/api/vessels/{aurora["id"]}").Json(204);
        var list = await Queen.Sam.Api.GetAsync("/api/vessels").Json();
        Assert.DoesNotContain(list["items"]!.AsArray(), vessel => (string?)vessel!["id"] == (string?)aurora["id"]);
    }

    /// <summary>A cleared field that always has a value gets its default.</summary>
    [Fact]
    public async Task A_cleared_field_gets_its_default()
    {
        var full = new { name = "Mistral", passenger_capacity = 6, inspected = false, max_persons = 8, minimum_crew = 2,
            turnaround_minutes = 45, navigation_lights = false, time_zone = "Europe/Amsterdam",
            home_port = new { name = "Harbor Island", latitude = 32.7241, longitude = -117.2084 } };
        var address = $"/api/vessels/{(await Queen.Dana.Api.Post("/api/vessels", full).Json(201)).Id()}";
        var plain = await Queen.Dana.Api.Post("/api/vessels", new { name = "Mistral", passenger_capacity = 6 })
            .Json(201);

        var cleared = new JsonObject(
            full.GetType().GetProperties().Select(field => field.Name).Except(["name", "passenger_capacity"])
                .Select(field => KeyValuePair.Create<string, JsonNode?>(field, null)));
        var vessel = await Queen.Dana.Api.Put(address, cleared).Json();

        vessel["id"] = plain["id"]!.DeepClone();
        Assert.True(JsonNode.DeepEquals(plain, vessel), vessel.ToJsonString());
    }
}
