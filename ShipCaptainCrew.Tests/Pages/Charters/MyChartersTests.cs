using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class MyChartersTests : FragmentTestBase
{
    [Fact]
    public void An_empty_list_says_what_comes_next()
    {
        Assert.Equal("No charters yet. Your captain will invite you.", Mine(Viewers.Sam, 0).Words());
        Assert.Equal("You are not on any charter. The week shows everybody's.", Mine(Viewers.Olive, 0).Words());
    }

    [Fact]
    public void Charters_within_a_week_are_cards_and_later_ones_are_rows()
    {
        var (soon, later) = (UtcCharter.Scheduled(), UtcCharter.Scheduled());

        var mine = Mine(Viewers.Kim, -7, soon, later);

        Assert.Single(mine.FindAll(".card"));
        Assert.Equal("Later", mine.Find("h2 + ul").PreviousElementSibling!.Words());
        Assert.Equal("Sunset sail, Aurora You: captain Sat, Jul 4 · 5:30 PM", mine.Find("li.task").Words());
        Assert.Equal(2, Mine(Viewers.Kim, -6, soon, later).FindAll(".card").Count);
    }

    [Fact]
    public void A_later_charter_without_the_viewer_is_open() => Assert.Equal("Open",
        Mine(Viewers.Alex, -7, UtcCharter.Scheduled(), UtcCharter.Scheduled()).Find("li.task .badge.open").Words());

    private IRenderedComponent<MyCharters> Mine(Viewer viewer, int days, params Charter[] charters) =>
        Show<MyCharters>(mine => mine
            .Add(p => p.Lines, [.. charters.Select(charter => CharterViews.Line(charter))])
            .Add(p => p.Viewer, viewer)
            .Add(p => p.Now, UtcCharter.At(12).AddDays(days))
            .Add(p => p.Revision, 1)
            .Add(p => p.RefreshUrl, "/queen"));
}
