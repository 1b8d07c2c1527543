using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class VesselsApiTests
{
    [Theory]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"name":true}""", "name")]
    [InlineData("""{"passenger_capacity":null}""", "passenger_capacity")]
    [InlineData("""{"passenger_capacity":0}""", "passenger_capacity")]
    [InlineData("""{"passenger_capacity":4.5}""", "passenger_capacity")]
    [InlineData("""{"passenger_capacity":"many"}""", "passenger_capacity")]
    [InlineData("""{"passenger_capacity":7,"inspected":false}""", "passenger_capacity")]
    [InlineData("""{"inspected":"perhaps"}""", "inspected")]
    [InlineData("""{"max_persons":5}""", "max_persons")]
    [InlineData("""{"minimum_crew":0}""", "minimum_crew")]
    [InlineData("""{"turnaround_minutes":-1}""", "turnaround_minutes")]
    [InlineData("""{"navigation_lights":[]}""", "navigation_lights")]
    [InlineData("""{"time_zone":"Atlantis"}""", "time_zone")]
    [InlineData("""{"time_zone":"Pacific Standard Time"}""", "time_zone")]
    [InlineData("""{"home_port":"here"}""", "home_port")]
    [InlineData("""{"home_port":{"name":"Here","longitude":1}}""", "home_port.latitude")]
    [InlineData("""{"home_port":{"name":"Here","latitude":91,"longitude":1}}""", "home_port.latitude")]
    [InlineData("""{"home_port":{"name":"Here","latitude":1,"longitude":"NaN"}}""", "home_port.longitude")]
    public async Task An_invalid_field_is_refused_and_nothing_is_saved(string change, string field)
    {
        var vessel = JsonNode.Parse("""{"name":"Mistral","passenger_capacity":6}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) vessel[name] = value?.DeepClone();
        var known = await Queen.Dana.Api.Post("/api/vessels", new { name = "Mistral", passenger_capacity = 6 })
            .Json(201);

        Assert.NotNull((await Queen.Dana.Api.Post("/api/vessels", vessel).Json(422)).ErrorAt(field));
        vessel["name"] ??= "Sirocco";
        if (field != "name")
            Assert.NotNull((await Queen.Dana.Api.Put($"/api/vessels/{known["id"]}", vessel).Json(422)).ErrorAt(field));

        Assert.True(JsonNode.DeepEquals(known, await Queen.Dana.Api.GetAsync($"/api/vessels/{known["id"]}").Json()));
    }

    [Fact]
    public async Task Crew_may_only_read_vessels_and_another_operator_finds_none()
    {
        var vessel = await Queen.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 })
            .Json(201);
        var address = $"/api/vessels/{vessel["id"]}";

        foreach (var (user, status) in new[] { (Queen.Kim, 403), (fixture.Robin, 404) })
        {
            await user.Api.Put(address, new { name = "Mine" }).Json(status);
            await user.Api.DeleteAsync(address).Json(status);
        }

        await Queen.Kim.Api.Post("/api/vessels", new { name = "Mine", passenger_capacity = 6 }).Json(403);
        await fixture.Robin.Api.GetAsync(address).Json(404);
        Assert.Empty((await fixture.Robin.Api.GetAsync("/api/vessels").Json())["items"]!.AsArray());
    }
}
