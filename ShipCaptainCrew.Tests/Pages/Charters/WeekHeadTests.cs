using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class WeekHeadTests : FragmentTestBase
{
    private static readonly (Guid Id, string Name) Aurora = (Guid.CreateVersion7(), "Aurora");
    private static readonly (Guid Id, string Name) Mistral = (Guid.CreateVersion7(), "<i>Mistral");

    [Fact]
    public void It_links_to_the_weeks_before_and_after()
    {
        var head = Head(Viewers.Dana);

        Assert.Equal("‹ Previous week Jun 29–Jul 5 › Next week", head.Find("nav").Words());
        Assert.Equal(["/queen/week?week=2026-06-22", "/queen/week?week=2026-07-06"],
            head.FindAll("nav a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_week_within_a_month_names_the_month_once() =>
        Assert.Equal("Jul 6–12", Head(Viewers.Dana, monday: new(2026, 7, 6)).Find("nav b").Words());

    [Fact]
    public void From_another_week_there_is_a_link_to_this_week()
    {
        Assert.Equal(("This week", "/queen/week"),
            (Head(Viewers.Dana, monday: new(2026, 7, 6)).FindAll("nav a")[2].Words(),
                Head(Viewers.Dana, monday: new(2026, 7, 6)).FindAll("nav a")[2].GetAttribute("href")));
        Assert.Equal(2, Head(Viewers.Dana).FindAll("nav a").Count);
    }

    [Fact]
    public void Only_the_office_plans_charters()
    {
        Assert.Equal("/queen/charters/new", Head(Viewers.Dana).Attribute(".head > a.btn", "href"));
        Assert.Empty(Head(Viewers.Kim).FindAll(".head > a.btn"));
    }

    [Fact]
    public void Until_the_operator_is_set_up_it_links_to_the_next_step()
    {
        Assert.Equal("/queen/start", Head(Viewers.Olive, isSetUp: false).Attribute(".note.act a", "href"));
        Assert.Empty(Head(Viewers.Olive).FindAll(".note"));
    }

    [Fact]
    public void With_several_vessels_one_can_be_chosen_and_the_other_weeks_keep_it()
    {
        var head = Head(Viewers.Dana, vesselId: Mistral.Id, vessels: [Aurora, Mistral]);

        Assert.Equal(["All", "Aurora", "<i>Mistral"], Texts(head.FindAll("option")));
        Assert.Equal($"{Mistral.Id}", head.Attribute("option[selected]", "value"));
        Assert.Equal("2026-06-29", head.Attribute("[name=week]", "value"));
        Assert.EndsWith($"&vessel={Mistral.Id}", head.Attribute("nav a", "href"), StringComparison.Ordinal);
    }

    [Fact]
    public void With_one_vessel_there_is_nothing_to_choose() =>
        Assert.Empty(Head(Viewers.Dana, vessels: [Aurora]).FindAll("form"));

    private IRenderedComponent<WeekHead> Head(
        Viewer viewer, DateOnly? monday = null, bool isSetUp = true, Guid? vesselId = null,
        params (Guid Id, string Name)[] vessels) => Show<WeekHead>(head => head
        .Add(p => p.Monday, monday ?? new(2026, 6, 29))
        .Add(p => p.Today, new(2026, 7, 4))
        .Add(p => p.Vessels, vessels)
        .Add(p => p.VesselId, vesselId)
        .Add(p => p.IsSetUp, isSetUp)
        .Add(p => p.Viewer, viewer));
}
