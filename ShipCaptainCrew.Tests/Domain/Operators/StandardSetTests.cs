using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Domain.Operators;

public sealed class StandardSetTests
{
    private readonly StandardSet set = StandardSet.For(Guid.CreateVersion7(), source => $"<p>{source}</p>");

    [Fact]
    public void It_has_one_checklist_per_phase()
    {
        Assert.Equal([Phase.PreDeparture, Phase.Underway, Phase.PostReturn], set.Checklists.Select(list => list.Phase));
        Assert.Equal(["Before departure", "Under way", "Put to bed"], set.Checklists.Select(list => list.Name));
        Assert.Equal([18, 8, 12], set.Checklists.Select(list => list.Items.Count));
    }

    [Fact]
    public void Every_item_text_is_within_the_input_limits() =>
        Assert.All(set.Checklists.SelectMany(list => list.Items), item => Assert.InRange(item.Text.Length, 10, 140));

    [Fact]
    public void Only_the_sunset_sail_depends_on_sunset_and_every_type_has_all_checklists()
    {
        Assert.Equal(["Sunset sail"],
            set.Types.Where(type => type.Schedule.Anchor == DepartureRule.Sunset).Select(type => type.Name));
        Assert.All(set.Types, type => Assert.Equal(set.Checklists.Select(list => list.Id), type.ChecklistTemplateIds));
    }

    [Fact]
    public void Every_type_has_the_sample_waiver_with_its_disclaimer_in_both_languages()
    {
        Assert.All(set.Types, type => Assert.Equal(set.Waiver.Id, type.WaiverTemplateId));
        Assert.Equal(("Participant agreement", true), (set.Waiver.Name, set.Waiver.IsSample));
        Assert.Equal(new("en", SampleWaiver.English, $"<p>{SampleWaiver.English}</p>"), set.Waiver.TextIn("en"));
        Assert.Equal(new("es", SampleWaiver.Spanish, $"<p>{SampleWaiver.Spanish}</p>"), set.Waiver.TextIn("es"));
        Assert.Contains("not legal advice", SampleWaiver.English, StringComparison.Ordinal);
        Assert.Contains("no es asesoramiento legal", SampleWaiver.Spanish, StringComparison.Ordinal);
    }

    [Fact]
    public void The_types_are_those_of_a_small_sailing_charter() => Assert.Equal(
        [
            ("Sunset sail", null, -90, 120, 60, new(1, 1, 2)),
            ("Harbor tour", new TimeOnly(10, 0), 0, 120, 60, new(1, 0, 1)),
            ("Private party", new TimeOnly(13, 0), 0, 240, 90, new(1, 1, 2)),
            ("Memorial at sea", new TimeOnly(9, 0), 0, 180, 60, new Manning(1, 0, 1)),
        ],
        set.Types.Select(type => (type.Name, type.Schedule.Time, type.Schedule.OffsetMinutes,
            type.Schedule.DurationMinutes, type.Schedule.CallMinutesBefore, type.Roles)));

    [Fact]
    public void Most_items_are_required_and_conveniences_are_not() => Assert.Equal(
        [["Chart plotter, depth sounder and AIS on", "Sail covers off, sheets run, first reef led",
            "Heads clean, holding tank emptied, galley stowed"],
            ["Engine gauges read every half hour", "Position and weather in the log every hour",
                "Office told if the return will be late"],
            ["Sails furled, covers on, halyards tied off", "Lost items looked for under the cushions",
                "Heads and galley cleaned, trash ashore, decks rinsed"]],
        set.Checklists.Select(list => list.Items.Where(item => !item.Required).Select(item => item.Text).ToArray()));

    [Fact]
    public void Two_operators_share_no_checklists()
    {
        var other = StandardSet.For(Guid.CreateVersion7(), source => $"<p>{source}</p>");

        Assert.Empty(set.Checklists.Select(list => list.Id).Intersect(other.Checklists.Select(list => list.Id)));
    }
}
