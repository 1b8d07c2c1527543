using Bunit;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Lifecycle;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

public sealed class PutToBedTests : FragmentTestBase
{
    private readonly Charter charter = UtcCharter.In(CharterStatus.Returned);

    [Fact]
    public void With_nothing_open_it_shows_nothing() =>
        Assert.Equal("", ToBed(CharterViews.View(charter)).Markup.Trim());

    [Fact]
    public void Open_required_items_are_listed_with_their_state_and_a_link()
    {
        var list = UtcCharter.List(
            charter, Phase.PostReturn, ("Shore power", true), ("Flags", false), ("Fuel cock", true));
        list.Mark([new(list.Items[2].Id, ItemState.InProgress, null)], UtcCharter.ByKim(20, 5));

        var toBed = ToBed(CharterViews.View(charter).With(list));

        Assert.Equal("Left before closing", toBed.Find("h2").Words());
        Assert.Equal(["Shore power To do", "Fuel cock Started"], Texts(toBed.FindAll("li")));
        Assert.Equal(Viewers.PagesOf(charter).ItemOnList(list.Id, list.Items[0].Id), toBed.Attribute("li a", "href"));
    }

    [Fact]
    public void A_head_count_missing_after_the_return_links_to_the_count()
    {
        var manifest = TestGuests.Manifest(TestGuests.Guest("Ben Cole", GuestStatus.Boarded));

        var toBed = ToBed(CharterViews.View(charter).With(manifest));

        Assert.Equal("The head count after the return", toBed.Find("h2").Words());
        Assert.Equal(("Head count", $"{Viewers.PagesOf(charter).Muster}#return"),
            (toBed.Find("li a").Words(), toBed.Attribute("li a", "href")));
    }

    private IRenderedComponent<PutToBed> ToBed(CharterView view) =>
        Show<PutToBed>(toBed => toBed.Add(p => p.View, view).Add(p => p.Viewer, Viewers.Kim));
}
