using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.TimeZones;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>The locale of a time zone's country is the default.</summary>
public sealed class LocalesTests
{
    [Theory]
    [InlineData("America/Los_Angeles", "en-US")]
    [InlineData("Pacific/Honolulu", "en-US")]
    [InlineData("America/Puerto_Rico", "en-PR")]
    [InlineData("America/Toronto", "en-CA")]
    [InlineData("Europe/London", "en-GB")]
    [InlineData("Europe/Berlin", "en-DE")]
    [InlineData("Australia/Sydney", "en-AU")]
    [InlineData("Europe/Paris", "fr-FR")]
    [InlineData("America/Tijuana", "es-MX")]
    [InlineData("America/Sao_Paulo", "pt-BR")]
    [InlineData("Asia/Tokyo", "ja-JP")]
    [InlineData("Antarctica/Vostok", "en-US")]
    [InlineData("Etc/UTC", "en-US")]
    public void A_time_zone_has_the_locale_of_its_country(string zone, string locale) =>
        Assert.Equal(locale, Locales.OfZone(zone));

    [Fact]
    public void Every_time_zone_has_a_locale_that_exists() => Assert.All(ZonePlace.All, place =>
    {
        var locale = Locales.OfZone(place.Zone);
        Assert.Equal(locale, Locales.Find(locale));
    });

    [Theory]
    [InlineData("en-us", "en-US")]
    [InlineData("ES-mx", "es-MX")]
    [InlineData("en", null)]
    [InlineData("xx-YY", null)]
    [InlineData("en-US; drop", null)]
    [InlineData("", null)]
    [InlineData("en-US-u-hc-h23-nu-arab-ca-buddhist", null)]
    public void A_name_is_found_whatever_its_case(string typed, string? name) =>
        Assert.Equal(name, Locales.Find(typed));
}
