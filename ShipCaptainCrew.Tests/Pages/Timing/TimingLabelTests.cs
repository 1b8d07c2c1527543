using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Timing;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

public sealed class TimingLabelTests : FragmentTestBase
{
    [Theory]
    [InlineData(12, 0, "normal", "Departs in 5 h 30 min")]
    [InlineData(17, 0, "soon", "Departs in 30 min")]
    [InlineData(17, 20, "now", "Departs in 10 min")]
    [InlineData(17, 35, "late", "Late leaving by 5 min")]
    public void On_its_day_a_charter_counts_down_with_rising_urgency(int hour, int minute, string level, string text)
    {
        var label = Label(UtcCharter.Scheduled(), UtcCharter.At(hour, minute));

        Assert.Equal((level, text), (label.Attribute(".timing", "data-level"), label.Words()));
    }

    [Fact]
    public void Under_way_it_counts_on_past_midnight() => Assert.Equal("Overdue by 5 h 0 min",
        Label(UtcCharter.In(CharterStatus.Underway), UtcCharter.At(1).AddDays(1)).Words());

    [Fact]
    public void On_another_day_there_is_no_countdown() =>
        Assert.Equal("", Label(UtcCharter.Scheduled(), UtcCharter.At(12).AddDays(-1)).Markup.Trim());

    [Theory]
    [InlineData(CharterStatus.Returned)]
    [InlineData(CharterStatus.Closed)]
    [InlineData(CharterStatus.Cancelled)]
    public void A_charter_that_is_not_out_any_more_has_no_countdown(CharterStatus status) =>
        Assert.Equal("", Label(UtcCharter.In(status), UtcCharter.At(21)).Markup.Trim());

    private IRenderedComponent<TimingLabel> Label(Charter charter, DateTimeOffset now) => Show<TimingLabel>(label =>
        label.Add(p => p.Line, CharterViews.Line(charter)).Add(p => p.Now, now));
}
