using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Tests.Domain.Fleet;

/// <summary>Reading the details of a vessel, with their limits.</summary>
public sealed class VesselDetailsTests
{
    private static readonly VesselDetails Aurora = new()
    {
        Name = "Aurora",
        PassengerCapacity = 12,
        Inspected = true,
        MaxPersons = 14,
        MinimumCrew = 2,
        TurnaroundMinutes = 45,
        NavigationLights = false,
        TimeZone = "America/Los_Angeles",
        HomePort = new("Pier 3", 32.7, -117.1),
    };

    private const string Everything = """
        { "name": "Aurora", "passenger_capacity": 12, "inspected": true, "max_persons": 14, "minimum_crew": 2,
          "turnaround_minutes": 45, "navigation_lights": false, "time_zone": "America/Los_Angeles",
          "home_port": { "name": "Pier 3", "latitude": 32.7, "longitude": -117.1 } }
        """;

    [Fact]
    public void All_fields_are_read() => Assert.Equal(Aurora, Valid(Everything));

    [Fact]
    public void Fields_that_are_not_sent_keep_their_values_and_cleared_ones_get_their_defaults()
    {
        Assert.Equal(Aurora, Valid("{}", Aurora));
        Assert.Equal(
            Aurora with
            {
                MaxPersons = null,
                MinimumCrew = null,
                TurnaroundMinutes = 30,
                NavigationLights = true,
                TimeZone = null,
                HomePort = null,
            },
            Valid("""
                { "inspected": null, "max_persons": null, "minimum_crew": null, "turnaround_minutes": null,
                  "navigation_lights": null, "time_zone": null, "home_port": null }
                """, Aurora with { Inspected = true }));
    }

    [Fact]
    public void A_vessel_can_become_uninspected() => Assert.Equal(
        Aurora with { PassengerCapacity = 6, Inspected = false },
        Valid("""{ "passenger_capacity": 6, "inspected": false }""", Aurora));

    [Fact]
    public void A_new_vessel_is_inspected_and_has_lights_and_half_an_hour_of_turnaround_by_default() =>
        Assert.Equal(new() { Name = "Dawn", PassengerCapacity = 6 },
            Valid("""{ "name": "Dawn", "passenger_capacity": 6 }"""));

    [Fact]
    public void The_name_and_the_passengers_are_required() => Assert.Equal(
        [("name", "Enter the vessel's name."), ("passenger_capacity", "Enter how many passengers she can carry.")],
        Errors("{}"));

    [Theory]
    [InlineData("passenger_capacity", 1, 5000)]
    [InlineData("minimum_crew", 1, 200)]
    [InlineData("turnaround_minutes", 0, 1440)]
    public void A_number_is_accepted_up_to_its_limits(string field, int min, int max)
    {
        var vessel = Aurora with { MaxPersons = null };
        Assert.Empty(Errors($$"""{ "{{field}}": {{min}} }""", vessel));
        Assert.Empty(Errors($$"""{ "{{field}}": {{max}} }""", vessel));
        Assert.Equal([field], Errors($$"""{ "{{field}}": {{min - 1}} }""", vessel).Select(error => error.Field));
        Assert.Equal([field], Errors($$"""{ "{{field}}": {{max + 1}} }""", vessel).Select(error => error.Field));
    }

    [Theory]
    [InlineData(0, "Enter a number from 1 to 6000.")]
    [InlineData(11, "Persons on board counts passengers and crew, so it cannot be less than the passengers.")]
    [InlineData(12, null)]
    [InlineData(6000, null)]
    [InlineData(6001, "Enter a number from 1 to 6000.")]
    public void Persons_on_board_are_at_least_the_passengers(int persons, string? message) => Assert.Equal(
        message is null ? [] : [("max_persons", message)], Errors($$"""{ "max_persons": {{persons}} }""", Aurora));

    [Theory]
    [InlineData(6, false, null)]
    [InlineData(7, false, "An uninspected vessel can carry at most 6 passengers.")]
    [InlineData(7, true, null)]
    public void An_uninspected_vessel_carries_at_most_six(int passengers, bool inspected, string? message) =>
        Assert.Equal(
            message is null ? [] : [("passenger_capacity", message)],
            Errors($$"""{ "passenger_capacity": {{passengers}} }""", Aurora with { Inspected = inspected }));

    private static VesselDetails Valid(string json, VesselDetails? current = null)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        var details = VesselDetails.Read(input, current);
        Assert.Null(input.Refusal);
        return details;
    }

    private static IEnumerable<(string Field, string Message)> Errors(string json, VesselDetails? current = null)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        VesselDetails.Read(input, current);
        return [.. (input.Refusal?.Errors ?? new Dictionary<string, List<LocalizedText>>())
            .Select(error => (error.Key, $"{Assert.Single(error.Value)}"))];
    }
}
