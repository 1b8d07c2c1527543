using CsCheck;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Tests.Domain.Sun;

public sealed class NightsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(DateTimeOffset From, DateTimeOffset Until, double Latitude, double Longitude)> Spans =
        Gen.Select(
            Gen.Int[0, 525_600],
            Gen.Int[0, 14 * 1440],
            Gen.Double[-89, 89],
            Gen.Double[-180, 180],
            (from, minutes, latitude, longitude) =>
                (Start.AddMinutes(from), Start.AddMinutes(from + minutes), latitude, longitude));

    [Fact]
    public void Nights_are_in_order_and_each_touches_the_time_span() =>
        Spans.Sample((from, until, latitude, longitude) =>
    {
        var nights = SunTimes.NightsIn(from, until, latitude, longitude).ToList();
        return nights.All(night => night.Meets(from, until) && !(night.Sunrise <= night.Sunset))
            && nights.Zip(nights.Skip(1)).All(pair => pair.First.Sunrise < pair.Second.Sunset);
    });

    [Fact]
    public void Nights_start_and_end_at_the_sunset_and_sunrise_of_the_dates() =>
        Spans.Where(span => Math.Abs(span.Latitude) < 58).Sample((from, until, latitude, longitude) =>
    {
        var zone = NauticalZone.At(longitude);
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        var (set, rise) = (SunTimes.On(date, latitude, longitude, zone).Sunset!.Value,
            SunTimes.On(date.AddDays(1), latitude, longitude, zone).Sunrise!.Value);
        return SunTimes.NightsIn(set.AddMinutes(1), set.AddMinutes(2), latitude, longitude)
            .Single() is { Sunset: { } s, Sunrise: { } r }
            && (s - set).Duration() <= TimeSpan.FromSeconds(1) && (r - rise).Duration() <= TimeSpan.FromSeconds(1);
    });

    [Theory]
    [InlineData("2026-12-21", 1)]
    [InlineData("2026-06-21", 0)]
    public void A_polar_night_has_no_end_and_a_polar_day_has_no_night(string date, int nights)
    {
        var noon = DateTimeOffset.Parse($"{date}T12:00Z", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(
            Enumerable.Repeat(new Night(null, null), nights), SunTimes.NightsIn(noon, noon.AddHours(3), 78.22, 15.65));
    }
}
