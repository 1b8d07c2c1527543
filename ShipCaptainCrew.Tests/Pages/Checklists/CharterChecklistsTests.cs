using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Checklists;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed class CharterChecklistsTests : FragmentTestBase
{
    [Fact]
    public void A_charter_without_checklists_says_so() =>
        Assert.Equal("No checklists yet.", Lists(UtcCharter.Scheduled(), Viewers.Sam).Find(".empty").Words());

    [Theory]
    [InlineData(ItemState.Pending, "0 of 1")]
    [InlineData(ItemState.Complete, "Done")]
    public void Every_list_is_a_link_with_its_progress(ItemState state, string progress)
    {
        var charter = UtcCharter.Scheduled();
        var list = UtcCharter.List(charter, Phase.PreDeparture, ("Bilge pump", true));
        list.Mark([new(list.Items[0].Id, state, null)], UtcCharter.ByKim(16));

        var lists = Lists(charter, Viewers.Sam, list);

        var link = lists.Find("li a");
        Assert.Equal(("List", Viewers.PagesOf(charter).OpenItem(list)),
            (link.Words(), link.GetAttribute("href")));
        Assert.Equal(progress, lists.Find($"#{link.GetAttribute("aria-describedby")}").Words());
    }

    [Theory]
    [InlineData(CharterStatus.Scheduled, true)]
    [InlineData(CharterStatus.Closed, false)]
    public void The_captain_may_add_one_until_the_charter_is_over(CharterStatus status, bool may)
    {
        var charter = UtcCharter.In(status);

        Assert.Equal(may ? [Viewers.PagesOf(charter).Checklists] : [],
            Lists(charter, Viewers.Kim).FindAll(".head a").Select(link => link.GetAttribute("href")));
        Assert.Empty(Lists(charter, Viewers.Alex).FindAll(".head a"));
    }

    private IRenderedComponent<CharterChecklists> Lists(Charter charter, Viewer viewer, params Checklist[] lists) =>
        Show<CharterChecklists>(section => section
            .Add(p => p.View, CharterViews.View(charter).With(lists))
            .Add(p => p.Viewer, viewer));
}
