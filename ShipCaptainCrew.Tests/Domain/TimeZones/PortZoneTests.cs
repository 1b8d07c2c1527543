using ShipCaptainCrew.Domain.TimeZones;

namespace ShipCaptainCrew.Tests.Domain.TimeZones;

/// <summary>The time zone of a port, guessed from its position.</summary>
public sealed class PortZoneTests
{
    [Theory]
    [InlineData(32.7157, -117.1611, "America/Los_Angeles")]
    [InlineData(32.7157, -117.1611, "America/Tijuana")]
    [InlineData(24.5551, -81.7800, "America/New_York")]
    [InlineData(51.5074, -0.1278, "Europe/London")]
    [InlineData(-33.8688, 151.2093, "Australia/Sydney")]
    [InlineData(-36.8485, 174.7633, "Pacific/Auckland")]
    [InlineData(64.1466, -21.9426, "Atlantic/Reykjavik")]
    public void A_zone_that_fits_the_position_is_not_questioned(double latitude, double longitude, string zone) =>
        Assert.Null(PortZone.Other(new("Port", latitude, longitude), zone));

    [Theory]
    [InlineData(32.7157, -117.1611, "America/New_York", "America/Tijuana")]
    [InlineData(33.4484, -112.0740, "America/Denver", "America/Phoenix")]
    [InlineData(51.5074, -0.1278, "Europe/Paris", "Europe/London")]
    [InlineData(-16.5004, -151.7415, "Pacific/Kiritimati", "Pacific/Tahiti")]
    public void Another_zone_is_named_if_its_clocks_differ(
        double latitude, double longitude, string zone, string other) =>
        Assert.Equal(other, PortZone.Other(new("Port", latitude, longitude), zone));

    [Fact]
    public void Every_zone_of_the_table_is_known_to_the_system_and_fits_its_own_place()
    {
        Assert.True(ZonePlace.All.Count > 300);
        Assert.All(ZonePlace.All, place =>
        {
            Assert.Equal(2, place.Country.Length);
            Assert.Null(PortZone.Other(new("Port", place.Latitude, place.Longitude), place.Zone));
        });
    }
}
