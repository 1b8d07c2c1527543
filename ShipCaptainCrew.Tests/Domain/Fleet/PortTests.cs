using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Fleet;

/// <summary>Reading a port: a name and a position, or nothing at all.</summary>
public sealed class PortTests
{
    private static readonly Port Pier = new("Pier 3", 32.7, -117.1);

    [Theory]
    [InlineData(-90, -180)]
    [InlineData(90, 180)]
    public void Any_position_on_Earth_is_accepted(int latitude, int longitude) => Assert.Equal(
        (new Port("Edge", latitude, longitude), null),
        Read($$"""{ "name": "Edge", "latitude": {{latitude}}, "longitude": {{longitude}} }"""));

    [Theory]
    [InlineData("latitude", "-90.1")]
    [InlineData("latitude", "90.1")]
    [InlineData("longitude", "-180.1")]
    [InlineData("longitude", "180.1")]
    public void Other_positions_are_refused_once_at_their_field(string field, string value)
    {
        var refusal = Read($$"""{ "{{field}}": {{value}}, "name": "Edge" }""", Pier).Refusal;

        Assert.Equal([field], refusal!.Errors!.Keys);
        Assert.Single(refusal.Errors[field]);
    }

    [Fact]
    public void Fields_that_are_not_sent_keep_their_values_and_all_cleared_mean_no_port()
    {
        Assert.Equal((Pier, null), Read("{}", Pier));
        Assert.Equal((Pier with { Name = "Pier 4" }, null), Read("""{ "name": "Pier 4" }""", Pier));
        Assert.Equal((null, null), Read("""{ "name": null, "latitude": null, "longitude": null }""", Pier));
        Assert.Equal((null, null), Read("{}"));
    }

    [Theory]
    [InlineData("""{ "latitude": 1, "longitude": 2 }""", "name", "Enter the port's name.")]
    [InlineData("""{ "name": "x", "longitude": 2 }""", "latitude", "Enter the latitude in degrees, north positive.")]
    [InlineData("""{ "name": "x", "latitude": 1 }""", "longitude", "Enter the longitude in degrees, east positive.")]
    [InlineData("""{ "name": 5, "latitude": 1, "longitude": 2 }""", "name", "This should be text.")]
    [InlineData("""{ "name": "x", "latitude": "a", "longitude": 2 }""", "latitude", "Enter a number.")]
    [InlineData("""{ "name": "x", "latitude": 1, "longitude": "a" }""", "longitude", "Enter a number.")]
    public void Each_missing_or_invalid_part_has_one_error(string json, string field, string message)
    {
        var (name, messages) = Assert.Single(Read(json).Refusal!.Errors!);

        Assert.Equal((field, message), (name, $"{Assert.Single(messages)}"));
    }

    [Fact]
    public void A_lone_name_needs_a_position_and_a_lone_number_a_name()
    {
        Assert.Equal(["latitude", "longitude"], Read("""{ "name": "x" }""").Refusal!.Errors!.Keys);
        Assert.Equal(["name", "longitude"], Read("""{ "latitude": 1 }""").Refusal!.Errors!.Keys);
        Assert.Equal(["name", "latitude"], Read("""{ "longitude": 1 }""").Refusal!.Errors!.Keys);
    }

    private static (Port? Port, Refusal? Refusal) Read(string json, Port? current = null)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        return (Port.Read(input, current), input.Refusal);
    }
}
