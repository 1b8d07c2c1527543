using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Tests.Domain.Checklists;

public sealed class ChecklistTests
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
    public void An_old_wish_may_finish_work_but_never_undo_it(ItemState now, ItemState wish, int? seen, bool granted)
    {
        var list = WithItems(1);
        Assert.Null(list.Mark([new(list.Items[0].Id, now, null)], Kim));

        var refusal = list.Mark([new(list.Items[0].Id, wish, seen)], Kim);

        Assert.Equal((granted, granted ? wish : now), (refusal is null, list.Items[0].State));
    }

    [Fact]
    public void A_wish_for_what_already_is_changes_nothing_and_is_not_told()
    {
        var list = WithItems(1);
        list.Mark([new(list.Items[0].Id, ItemState.Complete, null)], Kim);
        list.TakeEvents();

        Assert.Null(
            list.Mark([new(list.Items[0].Id, ItemState.Complete, 1)], Kim with { MemberId = Guid.CreateVersion7() }));

        Assert.Empty(list.TakeEvents());
        Assert.Equal((2, Kim.MemberId), (list.Items[0].Version, list.Items[0].ChangedBy));
    }

    /// <summary>
    /// Several people, each with what they saw last, wish for several items at a time. Whatever the order: all of a
    /// request or nothing of it, every change told once, and done work undone only by somebody who had seen that it was
    /// done or asked for no care.
    /// </summary>
    [Fact]
    public void However_wishes_meet_no_finished_item_is_lost_unawares() => Requests.Sample(requests =>
    {
        var list = WithItems(3);
        list.TakeEvents();
        return requests.All(request => KeepsThePromise(list, [.. request.Select(wish => wish(list))]));
    });

    private static bool KeepsThePromise(Checklist list, List<ItemChange> wishes)
    {
        var before = list.Items.ToDictionary(item => item.Id, item => (item.State, item.Version));
        var refusal = list.Mark(wishes, Kim);
        var (now, told) = (
            list.Items.ToDictionary(item => item.Id, item => (item.State, item.Version)), list.TakeEvents().Count);
        if (refusal is not null)
            return refusal.Code == "stale" && told == 0 && now.All(item => before[item.Key] == item.Value)
                && wishes.Exists(Undoes);
        return wishes.TrueForAll(wish => now[wish.ItemId].State == wish.State) && !wishes.Exists(Undoes)
            && now.All(
                item =>
                    item.Value.Version == before[item.Key].Version
                        + (item.Value.State == before[item.Key].State ? 0 : 1))
            && told == now.Count(item => item.Value.State != before[item.Key].State);

        bool Undoes(ItemChange wish) =>
            wish.Version < before[wish.ItemId].Version && wish.State < before[wish.ItemId].State;
    }

    /// <summary>Requests of up to three items, each by its present version, an older one, or none.</summary>
    private static readonly Gen<Func<Checklist, ItemChange>[][]> Requests =
        Gen.Select(Gen.Shuffle(new[] { 0, 1, 2 }, 1, 3), Gen.Enum<ItemState>().Array[3], Gen.Int[-1, 3].Array[3])
        .Select(
            (numbers, states, ages) =>
                numbers.Select(
                    (number, i) =>
                        (Func<Checklist, ItemChange>)(list => Wishing(list.Items[number], states[i], ages[i])))
                    .ToArray()).Array[1, 30];

    private static ItemChange Wishing(ChecklistItem item, ItemState state, int age) =>
        new(item.Id, state, age < 0 ? null : Math.Max(1, item.Version - age));

    private static Checklist WithItems(int count) => new(
        Guid.CreateVersion7(),
        new(Guid.CreateVersion7(),
            new("Before departure", Phase.PreDeparture,
                [.. Enumerable.Range(1, count).Select(number => new TemplateItem($"Item {number}", true))])),
        0);
}
