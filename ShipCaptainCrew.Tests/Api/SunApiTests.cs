using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class SunApiTests(SunApiTests.AnonymousFixture fixture)
    : IClassFixture<SunApiTests.AnonymousFixture>
{
    private const string SanDiego = "/api/sun?latitude=32.7157&longitude=-117.1611&date=2026-07-04";

    [Fact]
    public async Task Sun_times_need_no_sign_in()
    {
        var day = await fixture.Client.Get($"{SanDiego}&time_zone=America/Los_Angeles").Json();

        Assert.Equal(
            ["date", "latitude", "longitude", "time_zone", "sunrise", "sunset", "civil_dawn", "civil_dusk",
                "solar_noon", "polar"],
            day.AsObject().Select(field => field.Key));
        Assert.Equal(("2026-07-04", 32.7157, -117.1611, "America/Los_Angeles", null),
            ((string?)day["date"], (double?)day["latitude"], (double?)day["longitude"], (string?)day["time_zone"],
                (string?)day["polar"]));
        Assert.StartsWith("2026-07-05T03:00", (string?)day["sunset"], StringComparison.Ordinal);
        Assert.StartsWith("2026-07-04T12:45", (string?)day["sunrise"], StringComparison.Ordinal);
        Assert.EndsWith("Z", (string?)day["solar_noon"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("longitude=-117.16", "Etc/GMT+8")]
    [InlineData("longitude=0", "Etc/GMT")]
    [InlineData("longitude=179.9", "Etc/GMT-12")]
    public async Task The_default_zone_is_the_nearest_whole_hour_of_longitude(string longitude, string zone) =>
        Assert.Equal(
            zone,
            (string?)(await fixture.Client.Get($"/api/sun?latitude=1&date=2026-07-04&{longitude}")
                .Json())["time_zone"]);

    [Theory]
    [InlineData("2026-06-21", "day")]
    [InlineData("2026-12-21", "night")]
    [InlineData("2026-03-21", null)]
    public async Task Polar_days_and_nights_have_no_sunset(string date, string? polar)
    {
        var day = await fixture.Client
            .Get($"/api/sun?latitude=78.22&longitude=15.65&date={date}&time_zone=Arctic/Longyearbyen")
            .Json();

        Assert.Equal((polar, polar is null), ((string?)day["polar"], day["sunset"] is not null));
    }

    [Theory]
    [InlineData("", "latitude", "longitude", "date")]
    [InlineData("latitude=91&longitude=-181&date=2026-02-30", "latitude", "longitude", "date")]
    [InlineData("latitude=NaN&longitude=1e999&date=1999-12-31", "latitude", "longitude", "date")]
    [InlineData("latitude=1&latitude=2&longitude=x&date=2100-01-01", "latitude", "longitude", "date")]
    [InlineData("latitude=1&longitude=2&date=2026-07-04&time_zone=Pacific Standard Time", "time_zone")]
    [InlineData("latitude=1&longitude=2&date=2026-07-04&time_zone=../../../etc/passwd", "time_zone")]
    [InlineData("latitude[0].x=1&longitude.y=2&date.x=2026-07-04", "latitude", "longitude", "date")]
    public async Task Invalid_parameters_are_refused_by_name(string query, params string[] fields)
    {
        var problem = await fixture.Client.Get($"/api/sun?{query}").Json(422);

        Assert.Equal("invalid", (string?)problem["code"]);
        Assert.Equal(fields, problem["errors"]!.AsObject().Select(field => field.Key));
    }

    public sealed class AnonymousFixture : IAsyncDisposable
    {
        private readonly AppFixture app = new();

        public AnonymousFixture() => Client = app.CreateClient();

        public HttpClient Client { get; }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
