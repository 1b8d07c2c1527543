using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Tests.Domain.Checklists;

/// <summary>The items of a checklist, its progress, and requested changes.</summary>
public sealed partial class ChecklistTests
{
    [Fact]
    public void A_new_checklist_copies_the_items_of_its_template_in_order()
    {
        var template = new ChecklistTemplate(
            Guid.CreateVersion7(),
            new("Put to bed", Phase.PostReturn, [new("Engine off", true), new("Covers", false)]));
        var charter = Guid.CreateVersion7();

        var list = new Checklist(charter, template, 2);

        Assert.Equal((charter, template.Id, 1, 2, "Put to bed", Phase.PostReturn, template.OperatorId),
            (list.CharterId, list.TemplateId, list.TemplateVersion, list.Ordinal, list.Name, list.Phase,
                list.OperatorId));
        Assert.Equal([(0, "Engine off", true, list.Id), (1, "Covers", false, list.Id)],
            list.Items.Select(item => (item.Ordinal, item.Text, item.Required, item.ChecklistId)));
        Assert.All(list.Items, item => Assert.Equal(
            (ItemState.Pending, 1, template.OperatorId), (item.State, item.Version, item.OperatorId)));
        Assert.Equal(new ChecklistStarted(charter, list.Id, template.Id, 1), Assert.Single(list.TakeEvents()));
        list.Discard();
        Assert.Equal(new ChecklistRemoved(charter, list.Id, template.Id), Assert.Single(list.TakeEvents()));
    }

    [Fact]
    public void Progress_counts_the_items_in_each_state_and_is_done_when_all_are_complete()
    {
        var list = ChecklistWith(3);
        Assert.Equal((new(3, 0, 0), true), (list.Progress, list.IsUntouched));

        Mark(0, ItemState.Complete);
        Mark(1, ItemState.InProgress);

        Assert.Equal((new(1, 1, 1), false), (list.Progress, list.IsUntouched));
        Assert.Equal((3, false), (list.Progress.Total, list.Progress.IsDone));
        Mark(1, ItemState.Complete);
        Mark(2, ItemState.Complete);
        Assert.True(list.Progress.IsDone);
        Assert.False(ChecklistWith(0).Progress.IsDone);

        void Mark(int item, ItemState state) => list.Mark([new(list.Items[item].Id, state, null)], Kim);
    }

    [Fact]
    public void A_change_is_logged_with_both_states_and_records_who_made_it()
    {
        var list = ChecklistWith(1);
        var item = list.Items[0];
        list.TakeEvents();

        list.Mark([new(item.Id, ItemState.Complete, 1)], Kim);

        Assert.Equal(new ItemMarked(list.CharterId, list.Id, item.Id, ItemState.Pending, ItemState.Complete),
            Assert.Single(list.TakeEvents()));
        Assert.Equal((Kim.MemberId, Kim.At, 2), (item.ChangedBy, item.ChangedAt, item.Version));
    }

    [Fact]
    public void A_refused_change_names_the_items_that_are_newer()
    {
        var list = ChecklistWith(2);
        list.Mark([new(list.Items[1].Id, ItemState.Complete, null)], Kim);

        var refusal = list.Mark(
            [new(list.Items[0].Id, ItemState.Complete, 1), new(list.Items[1].Id, ItemState.Pending, 1)], Kim)!;

        Assert.Equal("Somebody was faster. Check it again and choose.", $"{refusal.Message}");
        Assert.Equal([list.Items[1].Id], (List<Guid>)refusal.Extensions!["items"]!);
    }

    [Fact]
    public void A_requested_change_is_read_with_its_item_state_and_version()
    {
        var list = ChecklistWith(2);
        var id = list.Items[1].Id;

        Assert.Equal((new(id, ItemState.InProgress, 3), null),
            Read($$"""{ "id": "{{id}}", "state": "in_progress", "version": 3 }"""));
        Assert.Equal(
            [("id", "Choose the item."), ("state", "Choose a state.")], Errors("{}"));
        Assert.Equal([("id", "Item not found on this checklist.")],
            Errors($$"""{ "id": "{{Guid.CreateVersion7()}}", "state": "complete" }"""));
        Assert.Equal([("version", "Enter a number from 1 to 2147483647.")],
            Errors($$"""{ "id": "{{id}}", "state": "complete", "version": 0 }"""));

        (ItemChange Change, Refusal? Refusal) Read(string json)
        {
            var input = Input.Of(JsonNode.Parse(json)!.AsObject());
            return (ItemChange.Read(input, list), input.Refusal);
        }

        IEnumerable<(string, string)> Errors(string json) =>
            Read(json).Refusal!.Errors!.Select(error => (error.Key, $"{Assert.Single(error.Value)}"));
    }
}
