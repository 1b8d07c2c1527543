using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.TimeZones;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.TimeZones;

/// <summary>A time zone is named by a port that has it.</summary>
public sealed class ZoneNameTests
{
    private const string Pacific = "America/Los_Angeles";

    private static readonly (string, string) Home = ("San Diego", Pacific);

    [Fact]
    public void The_home_port_names_its_own_time_zone() => Assert.Equal("San Diego", ZoneName.Place(Pacific, Home));

    [Theory]
    [InlineData("America/New_York", "New York")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires")]
    [InlineData("UTC", "UTC")]
    public void Another_time_zone_is_named_by_its_city(string zone, string city) =>
        Assert.Equal(city, ZoneName.Place(zone, Home));

    [Theory]
    [InlineData(Pacific, "Oceanside")]
    [InlineData("America/Denver", "Denver")]
    public void The_port_of_the_vessel_comes_first_while_it_has_the_time_zone(string zone, string place) =>
        Assert.Equal(place, ZoneName.Place(zone, Home, Vessel(new("Oceanside", 33.2, -117.4))));

    [Fact]
    public void A_vessel_without_a_port_of_her_own_goes_by_the_home_port() =>
        Assert.Equal("San Diego", ZoneName.Place(Pacific, Home, Vessel(null)));

    private static Vessel Vessel(Port? port)
    {
        var aurora = SanDiegoCharter.Aurora();
        aurora.Change(aurora.Details with { HomePort = port });
        return aurora;
    }
}
