using Bunit;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Checklists;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed class ProgressBarTests : FragmentTestBase
{
    [Fact]
    public void Every_item_is_a_segment_and_the_text_says_the_same() =>
        Bar(new(Pending: 1, InProgress: 1, Complete: 2)).MarkupMatches("""
            <div id="progress" class="prog">
              <div class="bar" aria-hidden="true"><i data-s="complete"></i><i data-s="complete"></i><i
                data-s="in_progress"></i><i data-s="pending"></i></div>
              <b>2 of 4 done<span class="vh">, 1 started</span></b>
            </div>
            """);

    [Fact]
    public void Started_items_are_mentioned_only_if_there_are_any() =>
        Assert.Equal("1 of 2 done", Bar(new(1, 0, 1)).Words());

    [Fact]
    public void A_list_without_items_has_an_empty_bar() => Bar(new(0, 0, 0)).MarkupMatches(
        """
        <div id="progress" class="prog"><div class="bar" aria-hidden="true"></div>
          <b>0 of 0 done<span class="vh"></span></b></div>
        """);

    [Fact]
    public void In_the_response_to_a_tap_it_replaces_the_bar_on_the_page()
    {
        Assert.Equal("outerMorph", Bar(new(1, 0, 1), outOfBand: true).Attribute("#progress", "hx-swap-oob"));
        Assert.False(Bar(new(1, 0, 1)).Find("#progress").HasAttribute("hx-swap-oob"));
    }

    private IRenderedComponent<ProgressBar> Bar(Progress progress, bool outOfBand = false) => Show<ProgressBar>(bar =>
        bar.Add(p => p.Of, progress).Add(p => p.Id, "progress").Add(p => p.OutOfBand, outOfBand));
}
