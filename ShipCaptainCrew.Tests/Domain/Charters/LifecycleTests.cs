using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Status changes and corrections by a person.</summary>
public sealed partial class LifecycleTests
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
    public void Each_status_change_works_from_its_states_is_idempotent_and_is_otherwise_refused(
        string move, CharterStatus from)
    {
        var charter = In(from);
        charter.TakeEvents();
        // Before boarding opens automatically, or after the planned return.
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
    public void Any_sequence_of_actions_changes_the_status_only_as_the_table_says() =>
        Sequences.Sample(sequence =>
        {
            var (charter, now) = (Draft(automatic: true), At(12));
            charter.TakeEvents();
            return sequence.All(action => FollowsTable(charter, action.Name, now = now.AddMinutes(action.Minutes)));
        });

    private static readonly string[] Names = [.. Table.Keys, "undo", "clock", "clock, gate closed"];

    private static readonly Gen<(string Name, int Minutes)[]> Sequences =
        Gen.Select(Gen.Int[0, Names.Length - 1], Gen.Int[0, 70], (name, minutes) => (Names[name], minutes))
            .Array[1, 40];

    private static bool FollowsTable(Charter charter, string action, DateTimeOffset now)
    {
        var (before, last, actor) = (charter.Status, charter.LastMove, new Actor(Kim.Id, now));
        var earlier = charter.EarlierMoves.LastOrDefault();
        var refusal = Do(charter, action, actor);
        var (after, events) = (charter.Status, charter.TakeEvents());
        if (refusal is not null) return after == before && events.Count == 0 && charter.LastMove == last;
        if (charter.IsDepartureUnconfirmed && charter.ActualDeparture is not null) return false;
        return action switch
        {
            "undo" =>
                after == last!.From && now - last.At <= Charter.UndoWindow && charter.LastMove == earlier
                    && !charter.FollowClock(now, isGateOpen: true),
            "clock" => Steps(before, after) is >= 0 and <= 3 && events.Count == Steps(before, after),
            "clock, gate closed" =>
                after == before || after == CharterStatus.Boarding || before == CharterStatus.Underway,
            _ =>
                after == Table[action].To
                    && (before == after || Table[action].From.Contains(before)
                        || (action, before) == ("depart", CharterStatus.Scheduled)),
        };
    }

    private static int Steps(CharterStatus from, CharterStatus to) => to - from;

    private static Refusal? Do(Charter charter, string action, Actor actor) => action switch
    {
        "publish" => charter.Publish(actor),
        "board" => charter.Board(actor),
        "depart" => charter.Depart(null, [], null, actor),
        "return" => charter.MarkReturned(null, actor),
        "close" => charter.Close(actor),
        "cancel" => charter.Cancel("Gale", actor),
        "undo" => charter.Undo(null, actor),
        _ => Follow(charter, actor, action == "clock"),
    };

    private static Refusal? Follow(Charter charter, Actor actor, bool isGateOpen)
    {
        charter.FollowClock(actor.At, isGateOpen);
        return null;
    }
}
