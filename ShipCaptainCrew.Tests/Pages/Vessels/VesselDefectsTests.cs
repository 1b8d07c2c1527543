using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Pages.Vessels;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Vessels;

public sealed class VesselDefectsTests : FragmentTestBase
{
    [Fact]
    public void A_vessel_without_defects_shows_nothing() =>
        Assert.Equal("", Defects(UtcCharter.Scheduled()).Markup.Trim());

    [Fact]
    public void A_no_sail_defect_is_an_alarm_with_a_link()
    {
        var rudder = CharterViews.Defect("Rudder <b>jams</b>", Severity.NoSail);

        var defects = Defects(UtcCharter.Scheduled(), rudder);

        Assert.Equal("No-sail: Aurora stays at the dock. Rudder <b>jams</b>",
            defects.Find(".note.alarm[role=alert]").Words());
        Assert.Equal($"/queen/vessels/{UtcCharter.Aurora.Id}/defects/{rudder.Id}", defects.Attribute("a", "href"));
    }

    [Fact]
    public void Other_defects_are_listed_with_their_severity_the_worst_first()
    {
        var defects = Defects(
            UtcCharter.Scheduled(), CharterViews.Defect("Scratch", Severity.Minor),
            CharterViews.Defect("Radio", Severity.Serious));

        Assert.Equal(["Known problems on Aurora", "Radio Serious", "Scratch Minor"], Texts(defects.FindAll("p")));
        Assert.Empty(defects.FindAll("[role=alert]"));
    }

    [Theory]
    [InlineData(CharterStatus.Closed)]
    [InlineData(CharterStatus.Cancelled)]
    public void On_a_charter_that_is_over_they_are_not_shown(CharterStatus status) => Assert.Equal("",
        Defects(UtcCharter.In(status), CharterViews.Defect("Rudder", Severity.NoSail)).Markup.Trim());

    private IRenderedComponent<VesselDefects> Defects(Charter charter, params Defect[] defects) =>
        Show<VesselDefects>(section => section
            .Add(p => p.View, CharterViews.View(charter).With(defects)).Add(p => p.Viewer, Viewers.Kim));
}
