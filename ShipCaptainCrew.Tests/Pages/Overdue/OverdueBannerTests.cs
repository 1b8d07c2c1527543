using Bunit;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Overdue;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Overdue;

public sealed class OverdueBannerTests : FragmentTestBase
{
    private readonly Charter charter = UtcCharter.In(CharterStatus.Underway);

    [Fact]
    public void With_no_vessel_overdue_it_is_empty_but_keeps_refreshing()
    {
        var banner = Banner(UtcCharter.At(21));

        Assert.Equal("", banner.Words());
        Assert.Equal("/queen/overdue", banner.Attribute("#overdue", "hx-get"));
    }

    [Fact]
    public void An_overdue_vessel_is_announced_with_a_link_and_the_captains_phone()
    {
        var banner = Banner(UtcCharter.At(21), new OverdueCharter(charter, "Aurora", "Kim", "+1 619 555 0100"));

        Assert.Equal("Overdue: Aurora due back 8:00 PM", banner.Find("[role=alert]").Words());
        Assert.Equal(Viewers.PagesOf(charter).Overdue, banner.Attribute("[role=alert] a", "href"));
        Assert.Equal(("Call Kim", "tel:+16195550100"),
            (banner.Find("a.btn.danger").Words(), banner.Attribute("a.btn.danger", "href")));
    }

    [Fact]
    public void Without_a_phone_number_there_is_nobody_to_call() =>
        Assert.Empty(Banner(UtcCharter.At(21), new OverdueCharter(charter, "Aurora", "Kim", null)).FindAll(".btn"));

    [Fact]
    public void Who_has_it_in_hand_is_named()
    {
        charter.AcknowledgeOverdue("<Dana>", UtcCharter.ByKim(21));

        Assert.EndsWith("8:00 PM · <Dana> is handling it",
            Banner(UtcCharter.At(21), new OverdueCharter(charter, "Aurora", "Kim", null)).Words(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void From_the_next_day_on_the_weekday_is_shown() => Assert.Equal("Sat 8:00 PM",
        Banner(UtcCharter.At(1).AddDays(1), new OverdueCharter(charter, "Aurora", null, null)).Find("time").Words());

    private IRenderedComponent<OverdueBanner> Banner(DateTimeOffset now, params OverdueCharter[] boats) =>
        Show<OverdueBanner>(banner => banner
            .Add(p => p.Boats, boats).Add(p => p.Viewer, Viewers.Dana).Add(p => p.Now, now));
}
