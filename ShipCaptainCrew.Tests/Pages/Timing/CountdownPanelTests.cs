using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Timing;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

public sealed class CountdownPanelTests : FragmentTestBase
{
    private static readonly Countdown Return = new("Returns in", UtcCharter.At(20), "Past its return by")
    {
        Grace = TimeSpan.FromMinutes(30), Late = "Overdue by",
    };

    [Theory]
    [InlineData(-3000, "Returns in 2 days")]
    [InlineData(-2879, "Returns in 47 h 59 min")]
    [InlineData(-60, "Returns in 1 h 0 min")]
    [InlineData(-59, "Returns in 59 min")]
    [InlineData(0, "Past its return by 0 min")]
    [InlineData(29, "Past its return by 29 min")]
    [InlineData(30, "Overdue by 30 min")]
    public void It_shows_how_long_before_or_after_the_instant(int minutes, string text) =>
        Assert.Equal(text, Panel(Return, UtcCharter.At(20).AddMinutes(minutes)).Words());

    [Fact]
    public void The_script_gets_the_instant_and_the_texts_for_later() =>
        Panel(Return, UtcCharter.At(19), speak: "30 10").MarkupMatches("""
            <span id="d">Returns in</span>
            <b class="big" role="timer" aria-labelledby="d" data-until="2026-07-04T20:00:00Z" data-says="Returns in"
              data-past="Past its return by" data-late="Overdue by" data-grace="30" data-speak="30 10">1 h 0 min</b>
            """);

    [Fact]
    public void Time_since_an_instant_has_only_the_instant() =>
        Panel(Countdown.Since("Under way for", UtcCharter.At(17, 30)), UtcCharter.At(18)).MarkupMatches("""
            <span id="d">Under way for</span>
            <b class="big" role="timer" aria-labelledby="d" data-since="2026-07-04T17:30:00Z">30 min</b>
            """);

    private IRenderedComponent<CountdownPanel> Panel(Countdown of, DateTimeOffset now, string? speak = null) =>
        Show<CountdownPanel>(panel => panel.Add(p => p.Of, of).Add(p => p.Now, now).Add(p => p.Id, "d")
            .Add(p => p.Class, "big").Add(p => p.Speak, speak));
}
