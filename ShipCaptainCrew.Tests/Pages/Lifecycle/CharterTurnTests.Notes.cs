using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

/// <summary>Who sees a move, what can be taken back, and notes about a departure.</summary>
public sealed partial class CharterTurnTests
{
    [Fact]
    public void A_deckhand_reads_the_status_without_any_button()
    {
        var charter = UtcCharter.Scheduled();
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, new(UtcCharter.Sam.Id, UtcCharter.At(9)));
        charter.Board(UtcCharter.ByKim(17));

        var move = Move(CharterViews.View(charter), Viewers.Sam, 17, 5);

        Assert.Equal("Now All clear.", move.Words());
        Assert.Empty(move.FindAll("form, a"));
    }

    [Theory]
    [InlineData(CharterStatus.Boarding, 17, 15, "Undo “boarding opened”")]
    [InlineData(CharterStatus.Underway, 17, 45, "Undo “lines off”")]
    [InlineData(CharterStatus.Returned, 20, 15, "Undo “all fast”")]
    [InlineData(CharterStatus.Closed, 20, 45, "Undo “closed”")]
    public void The_last_move_can_be_taken_back_for_fifteen_minutes(
        CharterStatus status, int hour, int minute, string label)
    {
        var charter = UtcCharter.In(status);
        var form = $"form[action='{Viewers.PagesOf(charter).Undo}']";

        Assert.Equal(label, Move(CharterViews.View(charter), Viewers.Kim, hour, minute).Find(form).Words());
        Assert.Empty(Move(CharterViews.View(charter), Viewers.Kim, hour, minute + 1).FindAll(form));
    }

    [Fact]
    public void Moves_made_by_the_schedule_are_confirmed_with_one_button()
    {
        var charter = UtcCharter.Scheduled(automatic: true);
        charter.FollowClock(UtcCharter.At(17, 30), isGateOpen: true);
        charter.FollowClock(UtcCharter.At(20), isGateOpen: true);

        var move = Move(charter, 21);

        var form = move.Find($"form[action='{Viewers.PagesOf(charter).Times}']");
        Assert.Equal("Confirm", form.QuerySelector("button")!.Words());
        Assert.Equal(
            [("actual_departure", "2026-07-04T17:30:00Z"), ("actual_return", "2026-07-04T20:00:00Z")],
            form.QuerySelectorAll("input[name^=actual]")
                .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!)));
    }

    [Fact]
    public void Sailing_with_the_gate_open_is_told_to_everyone_with_the_reason()
    {
        var charter = Boarding(CaptainOnly);
        charter.Depart(null, [new(Gate.ItemOpen, "Not done: Bilge pump", true)], "Dry <at> noon", UtcCharter.ByKim(18));

        var move = Move(CharterViews.View(charter), Viewers.Alex, 19);

        Assert.Equal("Kim decided to leave anyway: Dry <at> noon 6:00 PM", move.Find(".note").Words());
    }

    [Fact]
    public void Boarding_far_from_the_planned_time_shows_a_warning()
    {
        var charter = UtcCharter.Scheduled();
        charter.Board(UtcCharter.ByKim(4));

        Assert.Contains("Is this the right charter and the right day?", Move(charter, 5).Find(".note.act").Words(),
            StringComparison.Ordinal);
    }
}
