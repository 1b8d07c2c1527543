using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>What a person does to a charter, and when.</summary>
public sealed class LifecycleTests
{
    private static readonly CharterStatus[] States = Enum.GetValues<CharterStatus>();

    private static readonly Dictionary<string, (CharterStatus[] From, CharterStatus To)> Table = new()
    {
        ["publish"] = ([CharterStatus.Draft], CharterStatus.Scheduled),
        ["board"] = ([CharterStatus.Scheduled], CharterStatus.Boarding),
        ["depart"] = ([CharterStatus.Boarding], CharterStatus.Underway),
        ["return"] = ([CharterStatus.Underway], CharterStatus.Returned),
        ["close"] = ([CharterStatus.Returned], CharterStatus.Closed),
        ["cancel"] = ([CharterStatus.Draft, CharterStatus.Scheduled, CharterStatus.Boarding], CharterStatus.Cancelled),
    };

    public static TheoryData<string, CharterStatus> EveryMoveFromEveryState =>
        [.. Table.Keys.SelectMany(_ => States, (move, from) => (move, from))];

    [Theory]
    [MemberData(nameof(EveryMoveFromEveryState))]
    public void Each_move_goes_one_step_and_repeats_quietly_and_from_elsewhere_names_the_state(
        string move, CharterStatus from)
    {
        var charter = In(from);
        charter.TakeEvents();
        // Before boarding opens by itself, and after it came back.
        var actor = ByKim(from < CharterStatus.Boarding ? 10 : 21);

        var refusal = Do(charter, move, actor);

        var (origins, to) = Table[move];
        if (origins.Contains(from))
        {
            Assert.Equal((null, to), (refusal, charter.Status));
            Assert.Equal($"charter.{(to == CharterStatus.Scheduled ? "published" : WireNames.Name(to))}",
                Assert.Single(charter.TakeEvents()).Kind);
            Assert.Equal(new(from, actor.At, Kim.Id), charter.LastMove);
            Assert.Null(Do(charter, move, actor));
        }
        else if (from != to)
        {
            Assert.Equal(("wrong_state", WireNames.Name(from)), (refusal!.Code, refusal.Extensions!["state"]));
            Assert.Contains(from.Label().ToString(), refusal.Message.ToString(), StringComparison.Ordinal);
        }

        Assert.False(charter.HasEvents);
        Assert.Equal(origins.Contains(from) ? to : from, charter.Status);
    }

    [Fact]
    public void Lines_off_and_all_fast_are_now_unless_a_time_is_said()
    {
        var charter = In(CharterStatus.Boarding);

        Assert.Null(charter.Depart(At(17, 25), [], null, ByKim(17, 40)));
        Assert.Null(charter.ComeBack(null, ByKim(20, 10)));

        Assert.Equal((At(17, 25), At(20, 10)), (charter.ActualDeparture, charter.ActualReturn));
        Assert.Equal([(At(17, 25), false), (At(20, 10), false)],
            charter.TakeEvents().Cast<CharterMoved>().Select(moved => (moved.At, moved.ByClock)));
        Assert.Equal(At(20, 10), charter.LastMove!.At);
    }

    [Fact]
    public void No_time_lies_in_the_future_and_nobody_comes_back_before_they_left()
    {
        var (boarding, underway) = (In(CharterStatus.Boarding), In(CharterStatus.Underway));

        Assert.Equal(["at"], boarding.Depart(At(17, 31), [], null, ByKim(17, 30))!.Errors!.Keys);
        Assert.Equal(["at"], underway.ComeBack(At(20, 1), ByKim(20))!.Errors!.Keys);
        Assert.Equal(["at"], underway.ComeBack(At(17, 30), ByKim(20))!.Errors!.Keys);
        Assert.Equal((CharterStatus.Boarding, CharterStatus.Underway), (boarding.Status, underway.Status));
        underway.ComeBack(At(20), ByKim(20, 30));
        Assert.Equal(["at"], underway.Close(ByKim(21), At(19, 59))!.Errors!.Keys);
        Assert.Null(underway.Close(ByKim(21), At(20)));
    }

    [Fact]
    public void A_time_far_from_the_plan_is_taken_and_doubted()
    {
        var charter = In(CharterStatus.Boarding);

        Assert.Null(charter.Depart(At(5, 29), [], null, ByKim(17, 30)));

        Assert.Equal("far_from_plan", Assert.Single(charter.DoubtfulTimes()).Code);
        charter.Correct(At(5, 30), null, "Mistyped", ByKim(17, 31));
        Assert.Empty(charter.DoubtfulTimes());
    }

    [Theory]
    [InlineData(CharterStatus.Scheduled)]
    [InlineData(CharterStatus.Boarding)]
    [InlineData(CharterStatus.Underway)]
    [InlineData(CharterStatus.Returned)]
    [InlineData(CharterStatus.Closed)]
    [InlineData(CharterStatus.Cancelled)]
    public void The_last_move_can_be_taken_back_for_a_quarter_of_an_hour_and_once(CharterStatus state)
    {
        var charter = In(state);
        var (before, moved) = (charter.LastMove!.From, charter.LastMove.At);
        Assert.Equal("too_late_to_undo", charter.Undo(null, new(Kim.Id, moved.AddMinutes(15).AddTicks(1)))!.Code);

        Assert.Null(charter.Undo("Wrong boat", new(Kim.Id, moved.AddMinutes(15))));

        Assert.Equal((before, null), (charter.Status, charter.LastMove));
        Assert.Equal(new MoveUndone(charter.Id, state, before, "Wrong boat"), Assert.Single(charter.TakeEvents()));
        Assert.Equal(("nothing_to_undo", WireNames.Name(before)),
            (charter.Undo(null, new(Kim.Id, moved))!.Code,
                (string?)charter.Undo(null, new(Kim.Id, moved))!.Extensions!["state"]));
    }

    [Fact]
    public void What_a_move_had_written_goes_with_it()
    {
        var (underway, returned, cancelled) = (
            In(CharterStatus.Boarding), In(CharterStatus.Returned), In(CharterStatus.Cancelled));
        underway.Depart(null, [new(Gate.ItemOpen, "Not done", true)], "Ice comes by dinghy", ByKim(17, 30));

        underway.Undo(null, ByKim(17, 31));
        returned.Undo(null, ByKim(20, 1));
        cancelled.Undo(null, ByKim(9, 1));

        Assert.Equal((null, null), (underway.ActualDeparture, underway.Override));
        Assert.Equal((At(17, 30), null), (returned.ActualDeparture, returned.ActualReturn));
        Assert.Null(cancelled.CancelReason);
    }

    [Fact]
    public void A_first_time_needs_no_reason_another_does_and_the_one_before_stays_in_the_log()
    {
        var charter = In(CharterStatus.Returned);

        Assert.Equal(["reason"], charter.Correct(At(17, 35), null, null, ByKim(21))!.Errors!.Keys);
        Assert.Null(charter.Correct(At(17, 35), At(20), "By the mate's watch", ByKim(21)));

        Assert.Equal(new TimeSet(charter.Id, "actual_departure", At(17, 30), At(17, 35), "By the mate's watch"),
            Assert.Single(charter.TakeEvents()));
        Assert.Null(charter.Correct(At(17, 35), At(20), null, ByKim(21)));
        Assert.False(charter.HasEvents);
    }

    [Fact]
    public void A_correction_to_the_future_or_out_of_order_or_of_what_has_not_been_is_refused_at_its_field()
    {
        var (boarding, underway, returned) = (
            In(CharterStatus.Boarding), In(CharterStatus.Underway), In(CharterStatus.Returned));

        Assert.Equal(["actual_departure"], boarding.Correct(At(17), null, "Why not", ByKim(17, 30))!.Errors!.Keys);
        Assert.Equal(["actual_return"], underway.Correct(null, At(18), null, ByKim(19))!.Errors!.Keys);
        Assert.Equal(["actual_departure"], returned.Correct(At(21, 1), null, "Late", ByKim(21))!.Errors!.Keys);
        Assert.Equal(["actual_return"], returned.Correct(null, At(21, 1), "Late", ByKim(21))!.Errors!.Keys);
        Assert.Equal(["actual_departure"], returned.Correct(At(20), null, "Late", ByKim(21))!.Errors!.Keys);
        Assert.Equal(["actual_return"], returned.Correct(null, At(17, 30), "Early", ByKim(21))!.Errors!.Keys);
        Assert.All([boarding, underway, returned], charter => Assert.False(charter.HasEvents));
    }

    [Fact]
    public void Whatever_is_tried_in_whatever_order_the_state_only_changes_as_the_table_says() => Deeds.Sample(deeds =>
    {
        var (charter, now) = (Draft(automatic: true), At(12));
        charter.TakeEvents();
        return deeds.All(deed => KeepsTheTable(charter, deed.Name, now = now.AddMinutes(deed.Minutes)));
    });

    private static readonly string[] Names = [.. Table.Keys, "undo", "clock", "clock, gate shut"];

    private static readonly Gen<(string Name, int Minutes)[]> Deeds =
        Gen.Select(
            Gen.Int[0, Names.Length - 1], Gen.Int[0, 70], (name, minutes) => (Names[name], minutes)).Array[1, 40];

    private static bool KeepsTheTable(Charter charter, string deed, DateTimeOffset now)
    {
        var (before, last, actor) = (charter.Status, charter.LastMove, new Actor(Kim.Id, now));
        var refusal = Do(charter, deed, actor);
        var (after, told) = (charter.Status, charter.TakeEvents());
        if (refusal is not null) return after == before && told.Count == 0 && charter.LastMove == last;
        if (charter.IsDepartureUnconfirmed && charter.ActualDeparture is not null) return false;
        return deed switch
        {
            "undo" =>
                after == last!.From && now - last.At <= Charter.UndoWindow && charter.LastMove is null
                    && !charter.FollowClock(now, isGateOpen: true),
            "clock" => Steps(before, after) is >= 0 and <= 3 && told.Count == Steps(before, after),
            "clock, gate shut" =>
                after == before || after == CharterStatus.Boarding || before == CharterStatus.Underway,
            _ =>
                after == Table[deed].To
                    && (before == after || Table[deed].From.Contains(before)
                        || (deed, before) == ("depart", CharterStatus.Scheduled)),
        };
    }

    private static int Steps(CharterStatus from, CharterStatus to) => to - from;

    private static Refusal? Do(Charter charter, string deed, Actor actor) => deed switch
    {
        "publish" => charter.Publish(actor),
        "board" => charter.Board(actor),
        "depart" => charter.Depart(null, [], null, actor),
        "return" => charter.ComeBack(null, actor),
        "close" => charter.Close(actor),
        "cancel" => charter.Cancel("Gale", actor),
        "undo" => charter.Undo(null, actor),
        _ => Follow(charter, actor, deed == "clock"),
    };

    private static Refusal? Follow(Charter charter, Actor actor, bool isGateOpen)
    {
        charter.FollowClock(actor.At, isGateOpen);
        return null;
    }
}
