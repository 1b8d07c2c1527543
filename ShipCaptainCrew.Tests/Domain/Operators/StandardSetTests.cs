using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Domain.Operators;

public sealed class StandardSetTests
{
    private readonly StandardSet set = StandardSet.For(Guid.CreateVersion7(), WaiverTemplateActions.Sanitise);

    [Fact]
    public void It_has_one_checklist_per_phase()
    {
        Assert.Equal([Phase.PreDeparture, Phase.Underway, Phase.PostReturn], set.Checklists.Select(list => list.Phase));
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
        Assert.Contains("not legal advice", set.Waiver.TextIn("en").Html, StringComparison.Ordinal);
        Assert.Contains("no es asesoramiento legal", set.Waiver.TextIn("es").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_operators_share_no_checklists()
    {
        var other = StandardSet.For(Guid.CreateVersion7(), WaiverTemplateActions.Sanitise);

        Assert.Empty(set.Checklists.Select(list => list.Id).Intersect(other.Checklists.Select(list => list.Id)));
    }
}
