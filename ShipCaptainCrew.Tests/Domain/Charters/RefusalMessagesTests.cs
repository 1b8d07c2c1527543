using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>What people read when a charter refuses something.</summary>
public sealed class RefusalMessagesTests
{
    [Fact]
    public void A_refusal_names_the_status_and_what_is_not_possible()
    {
        var (draft, closed) = (Draft(), In(CharterStatus.Closed));

        AssertSays("This charter is closed, so it cannot be published.", closed.Publish(ByKim(21)));
        AssertSays("This charter is draft, so boarding cannot open.", draft.Board(ByKim(9)));
        AssertSays("This charter is draft. Lines off comes after boarding.", draft.Depart(null, [], null, ByKim(9)));
        AssertSays("This charter is draft. All fast comes after lines off.", draft.MarkReturned(null, ByKim(9)));
        AssertSays("This charter is draft. It can be closed after its return.", draft.Close(ByKim(9)));
        AssertSays("This charter is closed, so it cannot be canceled.", closed.Cancel("Gale", ByKim(21)));
        AssertSays("Only a draft can be removed. Cancel this charter instead.", closed.Discard());
        AssertSays("This charter is draft, so nobody is nudged.", draft.Nudge(ByKim(9)));
        AssertSays("This charter is draft; there is nothing to acknowledge.", draft.AcknowledgeOverdue("K", ByKim(9)));
        AssertSays(
            "This charter is closed; it can no longer be changed.", closed.Replan(closed.Plan, "UTC", null));
        AssertSays("This charter is closed; its crew can no longer change.", closed.Man(new(1, 1, 1)));
        AssertSays(
            "This charter is canceled, so it is not repeated. Duplicate it instead.",
            In(CharterStatus.Cancelled).JoinSeries(Guid.CreateVersion7()));
    }

    [Fact]
    public void A_refused_time_says_why()
    {
        var (boarding, underway, returned) =
            (In(CharterStatus.Boarding), In(CharterStatus.Underway), In(CharterStatus.Returned));

        AssertSays("This charter is boarding: it has not left yet.", boarding.Correct(At(17), null, "x", ByKim(18)));
        AssertSays("This charter is under way: it has not come back yet.",
            underway.Correct(null, At(18), "x", ByKim(19)));
        AssertSays("A charter can be closed after its return.", returned.Close(ByKim(21), At(19)));
        AssertSays("That is in the future.", returned.Correct(At(21, 1), null, "x", ByKim(21)));
        Assert.Equal(
            ["actual_departure"], returned.Correct(At(21, 1), At(21, 2), "x", ByKim(21))!.Errors!.Keys);
        Assert.Equal(["at"], Scheduled().Board(ByKim(9), At(10))!.Errors!.Keys);
        AssertSays("Not yet: something is left to do before you can leave.",
            boarding.Depart(null, [new("x", "No.", true)], null, ByKim(17, 30)));
    }

    [Fact]
    public void A_refused_undo_says_why()
    {
        var charter = In(CharterStatus.Boarding);

        AssertSays("You can undo a step for 15 minutes. This charter is boarding.",
            charter.Undo(null, ByKim(17, 16)));
        Assert.Equal("boarding", charter.Undo(null, ByKim(17, 16))!.Extensions!["state"]);
        charter.Undo(null, ByKim(17, 1));
        AssertSays("You can undo a step for 15 minutes. This charter is scheduled.",
            charter.Undo(null, ByKim(17, 2)));
        AssertSays("There is nothing to undo. This charter is draft.", Draft().Undo(null, ByKim(17, 2)));
    }

    [Fact]
    public void A_doubtful_time_asks_whether_it_is_right()
    {
        var (early, late) = (Scheduled(), In(CharterStatus.Boarding));
        early.Board(ByKim(5));
        late.Depart(At(5), [], null, ByKim(17, 30));

        Assert.Equal(
            [("far_from_plan",
                "The planned lines off is more than 12 hours away. Is this the right charter and the right day?")],
            early.DoubtfulTimes().Select(warning => (warning.Code, $"{warning.Message}")));
        Assert.Equal(
            [("far_from_plan", "Lines off is more than 12 hours from its planned time. Is that right?")],
            late.DoubtfulTimes().Select(warning => (warning.Code, $"{warning.Message}")));
    }

    private static void AssertSays(string message, Refusal? refusal) =>
        Assert.Equal(message, $"{refusal!.FirstMessage}");
}
