using Bunit;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Pages.Shared;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Shared;

public sealed class TimeTests : FragmentTestBase
{
    [Fact]
    public void An_instant_is_shown_in_the_zone_with_its_offset_for_machines() => Show<Time>(time => time
        .Add(p => p.Instant, UtcCharter.At(0, 30)).Add(p => p.Zone, SanDiegoCharter.Pacific)).MarkupMatches(
        """<time datetime="2026-07-03T17:30:00-07:00">5:30 PM</time>""");

    [Theory]
    [InlineData("en", "Sat, Jul 4, 12:00 PM")]
    [InlineData("es", "sáb, 4 jul, 12:00 p. m.")]
    public void Names_are_in_the_language_of_the_request(string language, string text) =>
        Assert.Equal(text, ShowIn<Time>(language, time => time
            .Add(p => p.Instant, UtcCharter.At(12)).Add(p => p.Zone, TimeZoneInfo.Utc)
            .Add(p => p.Show, TimeParts.DayAndTime)).Words());
}
