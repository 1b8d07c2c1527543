using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Lifecycle;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

/// <summary>The next move of a charter for the captain, an hour after the last one.</summary>
public sealed partial class NextMoveTests : FragmentTestBase
{
    private static readonly Manning CaptainOnly = new(1, 0, 0);

    [Fact]
    public void A_draft_has_no_moves() => Assert.Equal("", Move(UtcCharter.Draft(), 10).Markup.Trim());

    [Fact]
    public void A_cancelled_charter_has_only_a_hidden_heading()
    {
        var move = Move(UtcCharter.In(CharterStatus.Cancelled), 12);

        Assert.Equal("The day", move.Words());
        Assert.Equal("vh", move.Find("h2").ClassName);
    }

    [Fact]
    public void More_than_twelve_hours_ahead_boarding_needs_another_page()
    {
        var charter = UtcCharter.Scheduled();

        var move = Move(charter, 5);

        Assert.Empty(move.FindAll("button"));
        Assert.Equal(("Open boarding", Viewers.PagesOf(charter).Board),
            (move.Find(".acts a").Words(), move.Attribute(".acts a", "href")));
    }

    [Fact]
    public void On_the_day_boarding_opens_with_one_button()
    {
        var charter = UtcCharter.Scheduled();

        var move = Move(charter, 12);

        Assert.Equal(["Open boarding"], Texts(move.FindAll("button")));
        Assert.Equal(Viewers.PagesOf(charter).Board, move.Attribute("form", "action"));
        Assert.Equal(32, move.Attribute("[name=Idempotency-Key]", "value")!.Length);
    }

    [Fact]
    public void With_nothing_open_lines_off_is_one_button()
    {
        var charter = Boarding(CaptainOnly);

        var move = Move(View(charter), Viewers.Kim, 18);

        Assert.Equal("All clear. You can leave.", move.Find(".note").Words());
        Assert.Equal(["Lines off"], Texts(move.FindAll("button.go")));
        Assert.Equal(["Enter a different time"], Texts(move.FindAll($"a[href='{Viewers.PagesOf(charter).Depart}']")));
    }

    [Fact]
    public void What_holds_the_boat_is_listed_instead_of_a_button()
    {
        var move = Move(Boarding(), 18);

        Assert.Equal("Before you can leave", move.Find("h3").Words());
        Assert.Equal(["1 deckhand still needed. Stop", "Aurora needs a crew of at least 2; so far it has 1. Stop"],
            Texts(move.FindAll("li")));
        Assert.Empty(move.FindAll("button"));
    }

    [Fact]
    public void The_captain_may_sail_with_a_reason_only_if_everything_open_may_be_overridden()
    {
        var (manned, shortOfCrew) = (Boarding(CaptainOnly), Boarding());
        var open = UtcCharter.List(manned, Phase.PreDeparture, ("Bilge pump", true));

        var move = Move(View(manned).With(open), Viewers.Kim, 18);

        Assert.Equal("Leave anyway (give a reason)", move.Find(".acts a").Words());
        Assert.Empty(Move(View(shortOfCrew).With(open), Viewers.Kim, 18).FindAll(".acts a"));
    }

    [Fact]
    public void Under_way_the_move_is_all_fast()
    {
        var charter = UtcCharter.In(CharterStatus.Underway);

        var move = Move(charter, 19);

        Assert.Equal(["All fast"], Texts(move.FindAll("button.go")));
        Assert.Equal(Viewers.PagesOf(charter).Return, move.Attribute("form", "action"));
        Assert.Equal(["Enter a different time", "Correct the times"], Texts(move.FindAll("a")));
    }

    [Fact]
    public void A_returned_charter_with_nothing_open_closes_with_one_button() =>
        Assert.Equal(["Finish and close"], Texts(Move(UtcCharter.In(CharterStatus.Returned), 21).FindAll("button")));

    [Fact]
    public void A_returned_charter_with_open_items_closes_on_another_page()
    {
        var charter = UtcCharter.In(CharterStatus.Returned);
        var open = UtcCharter.List(charter, Phase.PostReturn, ("Shore power", true));

        var move = Move(View(charter).With(open), Viewers.Kim, 21);

        Assert.Empty(move.FindAll("button"));
        Assert.Equal("Finish and close", move.Find($"a[href='{Viewers.PagesOf(charter).Close}']").Words());
        Assert.Contains("Shore power", Texts(move.FindAll("li a")));
    }

    [Fact]
    public void A_closed_charter_has_no_moves_but_its_times_can_be_put_right() => Assert.Equal(
        ["Correct the times"], Texts(Move(UtcCharter.In(CharterStatus.Closed), 22).FindAll("a, button")));

    private static Charter Boarding(Manning? manning = null)
    {
        var charter = UtcCharter.Scheduled(manning: manning);
        charter.Board(UtcCharter.ByKim(17));
        return charter;
    }

    /// <summary>On a vessel that the captain may sail alone.</summary>
    private static CharterView View(Charter charter) => CharterViews.View(charter, SanDiegoCharter.Aurora());

    private IRenderedComponent<NextMove> Move(Charter charter, int hour) =>
        Move(CharterViews.View(charter), Viewers.Kim, hour);

    private IRenderedComponent<NextMove> Move(CharterView view, Viewer viewer, int hour, int minute = 0) =>
        Show<NextMove>(move => move
            .Add(p => p.View, view).Add(p => p.Viewer, viewer).Add(p => p.Now, UtcCharter.At(hour, minute)));
}
