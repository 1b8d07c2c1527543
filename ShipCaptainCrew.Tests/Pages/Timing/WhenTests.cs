using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Timing;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

public sealed class WhenTests : FragmentTestBase
{
    [Theory]
    [InlineData(0, "Today · 5:30 PM")]
    [InlineData(-1, "Tomorrow · 5:30 PM")]
    [InlineData(-2, "Sat, Jul 4 · 5:30 PM")]
    [InlineData(1, "Sat, Jul 4 · 5:30 PM")]
    public void Today_and_tomorrow_are_named(int days, string text) =>
        Assert.Equal(text, When(UtcCharter.Scheduled(), UtcCharter.At(12).AddDays(days)).Words());

    [Fact]
    public void The_day_is_that_of_the_charters_time_zone() => Assert.Equal("Tomorrow · 5:30 PM",
        When(SanDiegoCharter.Charter(CharterStatus.Scheduled, SanDiegoCharter.PlannedDeparture, null),
            UtcCharter.At(6, 59)).Words());

    [Fact]
    public void Without_a_time_only_the_day_is_shown() => Assert.Equal("Today",
        When(SanDiegoCharter.Charter(CharterStatus.Scheduled, null, null), SanDiegoCharter.At("12:00")).Words());

    [Fact]
    public void Confirmation_pages_show_when_and_where_in_two_lines()
    {
        var charter = UtcCharter.Scheduled();
        charter.Replan(charter.Plan with { MeetingPoint = "Pier 3" }, "UTC", null);

        var where = Show<WhenAndWhere>(place => place.Add(p => p.View, CharterViews.View(charter)));

        Assert.Equal("Sat, Jul 4, 5:30 PM to 8:00 PM Pier 3 · Be aboard 4:30 PM", where.Words());
    }

    [Fact]
    public void Confirmation_pages_leave_out_what_is_not_set()
    {
        var charter = SanDiegoCharter.Charter(CharterStatus.Scheduled, null, null);

        Assert.Equal("Sat, Jul 4",
            Show<WhenAndWhere>(place => place.Add(p => p.View, CharterViews.View(charter))).Words());
    }

    private IRenderedComponent<When> When(Charter charter, DateTimeOffset now) =>
        Show<When>(when => when.Add(p => p.Charter, charter).Add(p => p.Now, now));
}
