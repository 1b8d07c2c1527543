using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Domain.Operators;

public sealed class StandardSetTests
{
    private readonly StandardSet set = StandardSet.For(Guid.CreateVersion7(), WaiverTemplateActions.Sanitise);

    [Fact]
    public void It_has_a_list_for_each_phase_and_the_long_ones_come_before_departure_and_after_return()
    {
        Assert.Equal([Phase.PreDeparture, Phase.Underway, Phase.PostReturn], set.Checklists.Select(list => list.Phase));
        Assert.Equal([18, 8, 12], set.Checklists.Select(list => list.Items.Count));
    }

    [Fact]
    public void Every_text_is_one_the_office_could_have_typed() =>
        Assert.All(set.Checklists.SelectMany(list => list.Items), item => Assert.InRange(item.Text.Length, 10, 140));

    [Fact]
    public void Only_the_sunset_sail_follows_the_sun_and_every_type_brings_every_list()
    {
        Assert.Equal(["Sunset sail"],
            set.Types.Where(type => type.Schedule.Anchor == DepartureRule.Sunset).Select(type => type.Name));
        Assert.All(set.Types, type => Assert.Equal(set.Checklists.Select(list => list.Id), type.ChecklistTemplateIds));
    }

    [Fact]
    public void Every_type_has_the_sample_waiver_which_says_in_both_languages_that_it_is_no_legal_advice()
    {
        Assert.All(set.Types, type => Assert.Equal(set.Waiver.Id, type.WaiverTemplateId));
        Assert.Contains("not legal advice", set.Waiver.TextIn("en").Html, StringComparison.Ordinal);
        Assert.Contains("no es asesoramiento legal", set.Waiver.TextIn("es").Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_operators_share_nothing() =>
        Assert.Empty(
            set.Checklists.Select(list => list.Id)
                .Intersect(
                    StandardSet.For(Guid.CreateVersion7(), WaiverTemplateActions.Sanitise).Checklists.Select(
                        list => list.Id)));
}
