using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Waivers;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed class CharterSummaryTests : FragmentTestBase
{
    private static readonly DateTimeOffset Departure = SanDiegoCharter.PlannedDeparture;

    [Theory]
    [InlineData("en-US", "Sat, Jul 4. Be at Pier 3 by 5:00 PM. We leave at 5:30 PM, San Diego time.")]
    [InlineData(
        "es", "sáb, 4 jul. Llegada a Pier 3: 5:00 p. m. a más tardar. Salida: 5:30 p. m., hora de San Diego.")]
    public void It_says_when_and_where_to_be_in_the_guests_language(string language, string text) =>
        Assert.Equal(text, Summary(Departure, "Pier 3", Departure.AddMinutes(-30), language).Words());

    [Fact]
    public void The_times_are_in_bold() => Assert.Equal(["5:00 PM", "5:30 PM"],
        Texts(Summary(Departure, "Pier 3", Departure.AddMinutes(-30)).FindAll("b > time")));

    [Fact]
    public void It_says_only_what_is_known()
    {
        Assert.Equal("Sat, Jul 4.", Summary(null, null, null).Words());
        Assert.Equal("Sat, Jul 4. We meet at Pier 3. We leave at 5:30 PM, San Diego time.",
            Summary(Departure, "Pier 3", null).Words());
        Assert.Equal("Sat, Jul 4. Be there by 5:00 PM. We leave at 5:30 PM, San Diego time.",
            Summary(Departure, null, Departure.AddMinutes(-30)).Words());
    }

    [Fact]
    public void A_place_is_shown_as_text() => Assert.Contains("<b>Pier</b> {1}",
        Summary(Departure, "<b>Pier</b> {1}", Departure).Words(), StringComparison.Ordinal);

    private IRenderedComponent<CharterSummary> Summary(
        DateTimeOffset? departure, string? place, DateTimeOffset? arrival, string language = "en-US")
    {
        var charter = SanDiegoCharter.Charter(CharterStatus.Scheduled, departure, null);
        charter.Replan(charter.Plan with { MeetingPoint = place, GuestsArriveAt = arrival }, charter.TimeZone, null);
        return ShowIn<CharterSummary>(language, summary =>
            summary.Add(p => p.Charter, charter).Add(p => p.ClockPlace, "San Diego"));
    }
}
