using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Tests.Domain.Checklists;

public sealed partial class ChecklistTests
{
    private static readonly Actor Kim = new(Guid.CreateVersion7(), new(2026, 7, 4, 16, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(ItemState.Pending, ItemState.InProgress, null, true)]
    [InlineData(ItemState.Pending, ItemState.InProgress, 1, true)]
    [InlineData(ItemState.Complete, ItemState.Complete, 1, true)]
    [InlineData(ItemState.InProgress, ItemState.Complete, 1, true)]
    [InlineData(ItemState.Complete, ItemState.Pending, null, true)]
    [InlineData(ItemState.Complete, ItemState.Pending, 2, true)]
    [InlineData(ItemState.Complete, ItemState.InProgress, 1, false)]
    [InlineData(ItemState.Complete, ItemState.Pending, 1, false)]
    [InlineData(ItemState.InProgress, ItemState.Pending, 1, false)]
    public void A_change_based_on_an_old_version_can_advance_an_item_but_not_undo_it(
        ItemState current, ItemState requested, int? seen, bool isAccepted)
    {
        var list = ChecklistWith(1);
        Assert.Null(list.Mark([new(list.Items[0].Id, current, null)], Kim));

        var refusal = list.Mark([new(list.Items[0].Id, requested, seen)], Kim);

        Assert.Equal((isAccepted, isAccepted ? requested : current), (refusal is null, list.Items[0].State));
    }

    [Fact]
    public void A_change_to_the_present_state_does_nothing_and_raises_no_event()
    {
        var list = ChecklistWith(1);
        list.Mark([new(list.Items[0].Id, ItemState.Complete, null)], Kim);
        list.TakeEvents();

        Assert.Null(
            list.Mark([new(list.Items[0].Id, ItemState.Complete, 1)], Kim with { MemberId = Guid.CreateVersion7() }));

        Assert.Empty(list.TakeEvents());
        Assert.Equal((2, Kim.MemberId), (list.Items[0].Version, list.Items[0].ChangedBy));
    }

    /// <summary>
    /// Several people change several items at a time, based on the versions they last saw. A request is applied
    /// completely or not at all, each change raises one event, and a completed item is undone only by somebody who had
    /// seen it or who sent no version.
    /// </summary>
    [Fact]
    public void Concurrent_changes_never_undo_a_state_that_their_sender_has_not_seen() => Requests.Sample(requests =>
    {
        var list = ChecklistWith(3);
        list.TakeEvents();
        return requests.All(request => IsAppliedCorrectly(list, [.. request.Select(change => change(list))]));
    });

    private static bool IsAppliedCorrectly(Checklist list, List<ItemChange> changes)
    {
        var before = list.Items.ToDictionary(item => item.Id, item => (item.State, item.Version));
        var refusal = list.Mark(changes, Kim);
        var after = list.Items.ToDictionary(item => item.Id, item => (item.State, item.Version));
        var events = list.TakeEvents().Count;
        if (refusal is not null)
        {
            return refusal.Code == "stale" && events == 0 && after.All(item => before[item.Key] == item.Value)
                && changes.Exists(Undoes);
        }

        return changes.TrueForAll(change => after[change.ItemId].State == change.State) && !changes.Exists(Undoes)
            && after.All(item => item.Value.Version == before[item.Key].Version + (IsChanged(item.Key) ? 1 : 0))
            && events == after.Keys.Count(IsChanged);

        bool IsChanged(Guid id) => after[id].State != before[id].State;

        bool Undoes(ItemChange change) =>
            change.Version < before[change.ItemId].Version && change.State < before[change.ItemId].State;
    }

    /// <summary>Requests for up to three items, with the present version, an older one, or none.</summary>
    private static readonly Gen<Func<Checklist, ItemChange>[][]> Requests =
        Gen.Select(Gen.Shuffle(new[] { 0, 1, 2 }, 1, 3), Gen.Enum<ItemState>().Array[3], Gen.Int[-1, 3].Array[3])
            .Select((numbers, states, ages) => numbers
                .Select((number, i) =>
                    (Func<Checklist, ItemChange>)(list => ChangeOf(list.Items[number], states[i], ages[i])))
                .ToArray())
            .Array[1, 30];

    private static ItemChange ChangeOf(ChecklistItem item, ItemState state, int age) =>
        new(item.Id, state, age < 0 ? null : Math.Max(1, item.Version - age));

    private static Checklist ChecklistWith(int count) => new(
        Guid.CreateVersion7(),
        new(Guid.CreateVersion7(),
            new("Before departure", Phase.PreDeparture,
                [.. Enumerable.Range(1, count).Select(number => new TemplateItem($"Item {number}", true))])),
        0);
}
