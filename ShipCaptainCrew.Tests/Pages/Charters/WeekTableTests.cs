using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class WeekTableTests : FragmentTestBase
{
    [Fact]
    public void A_week_without_charters_says_so() =>
        Assert.Equal("No charters this week.", Table(Viewers.Kim, []).Words());

    [Fact]
    public void A_row_shows_when_what_who_and_how_far()
    {
        var charter = UtcCharter.Scheduled();
        var guests = new GuestCount(Listed: 4, Signed: 3, Boarded: 0);

        var table = Table(Viewers.Kim, [CharterViews.Line(charter, new(2, 0, 1), guests)]);

        Assert.Equal("Charters from Jun 29 to Jul 5", table.Find("caption").Words());
        Assert.Equal(
            [
                "Today · 5:30 PM", "Sunset sail, Aurora", "Kim 1 of 2", "3 of 4", "1 of 3",
                "scheduled Departs in 5 h 30 min",
            ],
            Texts(table.FindAll("tbody tr > *")));
        Assert.Equal(Viewers.PagesOf(charter).Home, table.Attribute("tbody a", "href"));
        Assert.Equal("now", table.Find("tbody tr").ClassName);
        Assert.Equal("1 of 2", table.Find(".badge.open").Words());
    }

    public static TheoryData<Progress, string> Lists => new()
    {
        { new(0, 0, 0), "None" }, { new(0, 1, 1), "1 of 2" }, { new(0, 0, 2), "Done" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_checklists_are_none_counted_or_done(Progress progress, string text) => Assert.Equal(
        text, Table(Viewers.Kim, [CharterViews.Line(UtcCharter.Scheduled(), progress)])
            .Find("td[data-label=Checklists]").Words());

    [Fact]
    public void A_cancelled_charter_has_no_checklists_to_do_and_no_guests_means_no_waivers()
    {
        var table = Table(Viewers.Kim, [CharterViews.Line(UtcCharter.In(CharterStatus.Cancelled), new(2, 0, 0))]);

        Assert.Equal(("–", "–", "canceled"),
            (table.Find("td[data-label=Checklists]").Words(), table.Find("td[data-label=Waivers]").Words(),
                table.Find(".badge.alarm").Words()));
        Assert.Empty(table.FindAll(".badge.open"));
    }

    [Fact]
    public void What_needs_attention_is_beside_it_for_the_office_only()
    {
        var line = CharterViews.Line(UtcCharter.Draft());

        Assert.Contains("not published", Table(Viewers.Dana, [], line).Find("aside").Words(), StringComparison.Ordinal);
        Assert.Empty(Table(Viewers.Kim, []).FindAll("aside"));
    }

    private IRenderedComponent<WeekTable> Table(
        Viewer viewer, IReadOnlyList<CharterLine> lines, params CharterLine[] needingAttention) =>
        Show<WeekTable>(table => table
            .Add(p => p.Monday, new(2026, 6, 29))
            .Add(p => p.Lines, lines)
            .Add(p => p.NeedingAttention, needingAttention)
            .Add(p => p.NotDelivered, 0)
            .Add(p => p.Viewer, viewer)
            .Add(p => p.Now, UtcCharter.At(12))
            .Add(p => p.Revision, 1)
            .Add(p => p.RefreshUrl, "/queen/week"));
}
