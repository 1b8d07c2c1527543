using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class NeedsYouTests : FragmentTestBase
{
    [Fact]
    public void With_nothing_to_do_it_says_so() =>
        Assert.Equal("Needs you Nothing. Every boat has its crew.", Show([]).Words());

    [Theory]
    [InlineData(1, "One email was not delivered")]
    [InlineData(3, "3 emails were not delivered")]
    public void Undelivered_emails_are_counted_with_a_link(int count, string text)
    {
        var needs = Show([.. OfficeNeeds.OfEmails(Viewers.Dana, count)]);

        Assert.Equal((text, "/queen/letters"), (needs.Find("li a").Words(), needs.Attribute("li a", "href")));
    }

    [Fact]
    public void A_failing_backup_is_named_with_a_link_for_owners()
    {
        Assert.Equal(
            ("The nightly backup has failed since Jul 4. Call whoever runs the server.", 0),
            (Backup(Viewers.Dana).Find("li").Words(), Backup(Viewers.Dana).FindAll("li a").Count));
        Assert.Equal("/queen/duties", Backup(Viewers.Olive).Attribute("li a", "href"));

        IRenderedComponent<NeedsYou> Backup(Viewer viewer) =>
            Show([.. OfficeNeeds.OfBackup(viewer, UtcCharter.At(9))]);
    }

    [Fact]
    public void An_open_role_of_today_is_wanted_by_the_call_time_and_names_the_charter()
    {
        var charter = UtcCharter.Scheduled();

        var need = Show(Of(12, charter)).Find("li");

        Assert.Equal("Find a deckhand by 4:30 PM", need.QuerySelector("a")!.Words());
        Assert.Equal("Today · 5:30 PM · Sunset sail, Aurora", need.QuerySelector("p")!.Words());
        Assert.Equal(Viewers.PagesOf(charter).Home, need.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Open_positions_are_counted() => Assert.Equal(
        ["Find 2 deckhands", "Find 3 crew"],
        Texts(Show(Of(-24, UtcCharter.Scheduled(manning: new(1, 0, 2)), UtcCharter.Scheduled(manning: new(1, 1, 2))))
            .FindAll("li a")));

    [Fact]
    public void Who_has_not_confirmed_is_named()
    {
        var charter = UtcCharter.Scheduled();
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, UtcCharter.ByKim(9));

        Assert.Equal(["Sam has not confirmed"], Texts(Show(Of(12, charter)).FindAll("li a")));
    }

    [Fact]
    public void A_draft_is_to_be_published_and_asks_for_nobody() =>
        Assert.Equal(["Publish the draft"], Texts(Show(Of(12, UtcCharter.Draft())).FindAll("li a")));

    [Fact]
    public void The_overdue_come_first_and_nothing_else_is_said_of_them() => Assert.Equal(
        ["Overdue: call Kim", "Did it sail?"],
        Texts(Show(Of(21, UtcCharter.In(CharterStatus.Underway), UtcCharter.Scheduled())).FindAll("li a")));

    [Fact]
    public void Five_are_shown_and_the_others_are_a_page_away()
    {
        var needs = Show(Of(12, [.. Enumerable.Range(0, 7).Select(_ => UtcCharter.Draft())]));

        Assert.Equal(5, needs.FindAll("li").Count);
        Assert.Equal(("All 7", "/queen/needs"), (needs.Find(".head a").Words(), needs.Attribute(".head a", "href")));
        Assert.Empty(Show(Of(12, UtcCharter.Draft())).FindAll(".head a"));
    }

    private static IReadOnlyList<Need> Of(int hour, params Charter[] charters) => OfficeNeeds.Of(
        Viewers.Dana, [.. charters.Select(charter => CharterViews.Line(charter))], [], UtcCharter.At(0).AddHours(hour));

    private IRenderedComponent<NeedsYou> Show(IReadOnlyList<Need> needs) => Show<NeedsYou>(list => list
        .Add(p => p.Needs, needs).Add(p => p.Viewer, Viewers.Dana).Add(p => p.Now, UtcCharter.At(12)));
}
