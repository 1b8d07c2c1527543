using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Waivers;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

public sealed class CharterSummaryTests : FragmentTestBase
{
    [Theory]
    [InlineData("en", "Harbor tour, Aurora Saturday, July 4, 2026, 5:30 PM")]
    [InlineData("es", "Harbor tour, Aurora sábado, 4 de julio de 2026, 5:30 p. m.")]
    public void It_names_charter_vessel_and_local_time_in_the_guests_language(string language, string text) =>
        Assert.Equal(text, Summary(Charter(SanDiegoCharter.PlannedDeparture), language).Words());

    [Fact]
    public void Without_a_title_and_a_time_it_names_vessel_and_date()
    {
        var charter = Charter(null);
        charter.Replan(charter.Plan with { Title = "" }, charter.TimeZone, null);

        Assert.Equal("Aurora Saturday, July 4, 2026", Summary(charter).Words());
        Assert.Empty(Summary(charter).FindAll("time"));
    }

    private static Charter Charter(DateTimeOffset? departure) =>
        SanDiegoCharter.Charter(CharterStatus.Scheduled, departure, null);

    private IRenderedComponent<CharterSummary> Summary(Charter charter, string language = "en-US") =>
        ShowIn<CharterSummary>(language, summary =>
            summary.Add(p => p.Charter, charter).Add(p => p.Vessel, "Aurora"));
}
