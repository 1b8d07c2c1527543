using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Crew;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Crew;

public sealed class CharterNudgeTests : FragmentTestBase
{
    [Fact]
    public void The_captain_can_nudge_the_crew_and_reads_what_it_does()
    {
        var charter = UtcCharter.Scheduled();

        var nudge = Nudge(charter, Viewers.Kim);

        Assert.Equal("Nudge now Emails 2 what they still have to do: Kim, Sam.", nudge.Words());
        Assert.Equal(Viewers.PagesOf(charter).Nudge, nudge.Attribute("form", "action"));
    }

    [Fact]
    public void After_a_nudge_its_time_is_shown()
    {
        var charter = UtcCharter.Scheduled();
        charter.Nudge(UtcCharter.ByKim(12, 20));

        Assert.EndsWith("Last nudged Jul 4, 12:20 PM", Nudge(charter, Viewers.Kim).Find(".meta").Words(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void At_night_another_page_asks_first()
    {
        var charter = UtcCharter.Scheduled();

        var nudge = Nudge(charter, Viewers.Kim, hour: 1);

        Assert.Empty(nudge.FindAll("button"));
        Assert.Equal(Viewers.PagesOf(charter).Nudge, nudge.Attribute("a.btn", "href"));
    }

    [Fact]
    public void If_nobody_owes_anything_there_is_no_button() => Assert.Equal(
        "Nobody has anything left to do, so there is nobody to nudge.",
        Nudge(UtcCharter.Scheduled(), Viewers.Kim, recipients: []).Words());

    [Theory]
    [InlineData(CharterStatus.Draft)]
    [InlineData(CharterStatus.Underway)]
    [InlineData(CharterStatus.Cancelled)]
    public void Nobody_is_nudged_before_publishing_or_after_lines_off(CharterStatus status) =>
        Assert.Equal("", Nudge(UtcCharter.In(status), Viewers.Olive).Markup.Trim());

    [Fact]
    public void Crew_who_may_not_assign_others_see_nothing() =>
        Assert.Equal("", Nudge(UtcCharter.Scheduled(), Viewers.Alex).Markup.Trim());

    private IRenderedComponent<CharterNudge> Nudge(
        Charter charter, Viewer viewer, int hour = 12, string[]? recipients = null) =>
        Show<CharterNudge>(nudge => nudge.Add(p => p.Charter, charter).Add(p => p.Viewer, viewer)
            .Add(p => p.Recipients, recipients ?? ["Kim", "Sam"]).Add(p => p.Now, UtcCharter.At(hour)));
}
