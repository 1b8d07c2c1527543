using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Lifecycle;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed class StatusLineTests : FragmentTestBase
{
    [Fact]
    public void Before_boarding_it_says_when_boarding_opens() =>
        Assert.Equal(["Boarding opens automatically at 5:00 PM."], Lines(UtcCharter.Scheduled(), 16));

    [Fact]
    public void From_the_boarding_time_on_it_says_nothing_even_if_that_is_not_saved_yet() =>
        Assert.Empty(Lines(UtcCharter.Scheduled(), 17));

    [Fact]
    public void Boarding_that_was_taken_back_opens_by_hand()
    {
        var charter = UtcCharter.Scheduled();
        charter.Board(UtcCharter.ByKim(17, 5));
        charter.Undo(null, UtcCharter.ByKim(17, 10));

        Assert.Equal(["Boarding opens when the crew opens it."], Lines(charter, 17));
    }

    [Fact]
    public void A_charter_whose_time_is_over_asks_whether_it_sailed() =>
        Assert.Equal(
            ["Its time is over. If it sailed, record lines off and all fast with their times; if not, cancel it."],
            Lines(UtcCharter.Scheduled(), 21));

    [Theory]
    [InlineData(CharterStatus.Underway, "Lines off at 5:30 PM by Kim.")]
    [InlineData(CharterStatus.Returned, "Lines off at 5:30 PM.", "All fast at 8:00 PM by Kim.")]
    [InlineData(CharterStatus.Closed, "Lines off at 5:30 PM.", "All fast at 8:00 PM.", "Closed by Kim.")]
    public void Every_move_is_a_line_and_the_last_one_names_who_made_it(CharterStatus status, params string[] lines) =>
        Assert.Equal(lines, Lines(UtcCharter.In(status), 21));

    [Fact]
    public void Moves_made_by_the_schedule_are_not_confirmed()
    {
        var charter = UtcCharter.Scheduled(automatic: true);
        charter.FollowClock(UtcCharter.At(17, 30), isGateOpen: true);
        charter.FollowClock(UtcCharter.At(20), isGateOpen: true);

        Assert.Equal(
            [
                "Lines off as scheduled at 5:30 PM; nobody has confirmed it.",
                "All fast as scheduled at 8:00 PM; nobody has confirmed it.",
            ],
            Lines(charter, 20));
    }

    [Fact]
    public void A_time_on_another_date_has_its_date()
    {
        var charter = UtcCharter.In(CharterStatus.Underway);
        var midnight = UtcCharter.At(0).AddDays(1);
        charter.MarkReturned(midnight, new(UtcCharter.Kim.Id, midnight));

        Assert.Contains("All fast at Jul 5, 12:00 AM by Kim.", Lines(charter, 21));
    }

    private IEnumerable<string> Lines(Charter charter, int hour) => Texts(Show<StatusLine>(line => line
        .Add(p => p.View, CharterViews.View(charter))
        .Add(p => p.Now, UtcCharter.At(hour))).FindAll("p"));
}
