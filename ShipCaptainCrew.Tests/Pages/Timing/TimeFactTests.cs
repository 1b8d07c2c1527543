using Bunit;
using ShipCaptainCrew.Pages.Timing;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

public sealed class TimeFactTests : FragmentTestBase
{
    private static readonly DateTimeOffset Planned = UtcCharter.At(17, 30);

    [Fact]
    public void Without_a_time_it_shows_nothing() => Assert.Equal("", Fact(null, null).Markup.Trim());

    [Fact]
    public void A_planned_time_stands_alone() => Fact(Planned, null).MarkupMatches(
        """<div><dt>Departure</dt><dd><time datetime="2026-07-04T17:30:00+00:00">5:30 PM</time></dd></div>""");

    [Fact]
    public void An_actual_time_is_shown_with_the_planned_one()
    {
        Assert.Equal("5:42 PM planned 5:30 PM", Fact(Planned, UtcCharter.At(17, 42)).Find("dd").Words());
        Assert.Equal("5:30 PM as planned", Fact(Planned, Planned.AddSeconds(40)).Find("dd").Words());
        Assert.Equal("5:42 PM", Fact(null, UtcCharter.At(17, 42)).Find("dd").Words());
    }

    [Fact]
    public void A_time_of_the_schedule_that_nobody_confirmed_says_so() => Assert.Equal(
        "5:30 PM as scheduled, not confirmed", Fact(Planned, null, isUnconfirmed: true).Find("dd").Words());

    [Fact]
    public void A_time_on_another_date_has_its_weekday() =>
        Assert.Equal("Sun 12:30 AM", Fact(UtcCharter.At(0, 30).AddDays(1), null).Find("dd").Words());

    private IRenderedComponent<TimeFact> Fact(
        DateTimeOffset? planned, DateTimeOffset? actual, bool isUnconfirmed = false) => Show<TimeFact>(fact => fact
        .Add(p => p.Term, "Departure")
        .Add(p => p.Charter, UtcCharter.Scheduled())
        .Add(p => p.Planned, planned)
        .Add(p => p.Actual, actual)
        .Add(p => p.IsUnconfirmed, isUnconfirmed));
}
