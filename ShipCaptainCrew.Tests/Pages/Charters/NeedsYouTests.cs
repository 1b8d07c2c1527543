using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class NeedsYouTests : FragmentTestBase
{
    [Fact]
    public void With_nothing_to_do_it_says_so()
    {
        var needs = Needs(0, 12);

        Assert.Equal("Needs you Nothing now.", needs.Words());
        Assert.Empty(needs.FindAll("ul"));
    }

    [Theory]
    [InlineData(1, "One email was not delivered")]
    [InlineData(3, "3 emails were not delivered")]
    public void Undelivered_emails_are_counted_with_a_link(int count, string text)
    {
        var needs = Needs(count, 12);

        Assert.Equal((text, "/queen/letters"), (needs.Find("li").Words(), needs.Attribute("li a", "href")));
    }

    [Fact]
    public void A_failing_backup_is_named_with_a_link_for_owners()
    {
        var since = UtcCharter.At(9);

        Assert.Equal(
            ("The nightly backup has failed since Jul 4. Call whoever runs the server.", 0),
            (Needs(Viewers.Dana, since).Find("li").Words(), Needs(Viewers.Dana, since).FindAll("li a").Count));
        Assert.Equal("/queen/duties", Needs(Viewers.Olive, since).Attribute("li a", "href"));
    }

    [Fact]
    public void Open_positions_are_counted_by_role() => Assert.Equal(
        "Today · 5:30 PM · first mate open; 2 deckhands open",
        Needs(0, 12, UtcCharter.Scheduled(manning: new(1, 1, 2))).Find("li p").Words());

    [Fact]
    public void Who_has_not_confirmed_is_named()
    {
        var charter = UtcCharter.Scheduled();
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, UtcCharter.ByKim(9));

        var line = Needs(0, 12, charter).Find("li");

        Assert.EndsWith("Sam has not confirmed", line.Words(), StringComparison.Ordinal);
        Assert.Equal(Viewers.PagesOf(charter).Home, line.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_draft_is_not_published_and_asks_for_no_confirmations() => Assert.EndsWith(
        " · not published; captain open; deckhand open",
        Needs(0, 12, UtcCharter.Draft()).Find("li p").Words(), StringComparison.Ordinal);

    [Fact]
    public void Of_a_charter_that_is_overdue_or_lapsed_nothing_else_is_said()
    {
        Assert.Equal(["Today · 5:30 PM · overdue", "Today · 5:30 PM · over. Did it sail?"],
            Texts(Needs(0, 21, UtcCharter.In(CharterStatus.Underway), UtcCharter.Scheduled()).FindAll("li p")));
    }

    private IRenderedComponent<NeedsYou> Needs(Viewer viewer, DateTimeOffset failingSince) => Show<NeedsYou>(
        needs => needs
            .Add(p => p.Lines, [])
            .Add(p => p.NotDelivered, 0)
            .Add(p => p.BackupFailingSince, failingSince)
            .Add(p => p.Viewer, viewer)
            .Add(p => p.Now, UtcCharter.At(12)));

    private IRenderedComponent<NeedsYou> Needs(int notDelivered, int hour, params Charter[] charters) =>
        Show<NeedsYou>(needs => needs
            .Add(p => p.Lines, [.. charters.Select(charter => CharterViews.Line(charter))])
            .Add(p => p.NotDelivered, notDelivered)
            .Add(p => p.Viewer, Viewers.Dana)
            .Add(p => p.Now, UtcCharter.At(hour)));
}
