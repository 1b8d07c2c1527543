using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Lifecycle;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Lifecycle;

/// <summary>What the captain is asked for now, an hour after the last move.</summary>
public sealed partial class CharterTurnTests : FragmentTestBase
{
    private static readonly Manning CaptainOnly = new(1, 0, 0);

    [Fact]
    public void A_canceled_charter_wants_nothing() =>
        Assert.Equal("", Move(UtcCharter.In(CharterStatus.Cancelled), 12).Markup.Trim());

    [Fact]
    public void More_than_twelve_hours_ahead_boarding_needs_another_page()
    {
        var charter = UtcCharter.Scheduled();

        var move = Move(charter, 5);

        Assert.Equal("turn calm", move.Find("section").ClassName);
        Assert.Empty(move.FindAll("button"));
        Assert.Equal(("Open boarding", Viewers.PagesOf(charter).Board),
            (move.Find(".acts a").Words(), move.Attribute(".acts a", "href")));
    }

    [Fact]
    public void On_the_day_it_says_when_to_be_aboard_and_boarding_opens_with_one_button()
    {
        var charter = UtcCharter.Scheduled();

        var move = Move(charter, 12);

        Assert.Equal("Be aboard by 4:30 PM.", move.Find("p").Words());
        Assert.Equal(["Open boarding"], Texts(move.FindAll("button")));
        Assert.Equal(Viewers.PagesOf(charter).Board, move.Attribute("form", "action"));
        Assert.Equal(32, move.Attribute("[name=Idempotency-Key]", "value")!.Length);
    }

    [Fact]
    public void An_hour_before_the_crew_must_be_aboard_the_checklist_is_next()
    {
        var charter = UtcCharter.Scheduled();
        var list = UtcCharter.List(charter, Phase.PreDeparture, ("Oil", true), ("Flags", false), ("Fuel", true));

        var move = Move(View(charter).With(list), Viewers.Kim, 15, 30);

        Assert.Equal(("List: 2 left", Viewers.PagesOf(charter).ItemOnList(list.Id, list.Items[0].Id)),
            (move.Find("a.go").Words(), move.Attribute("a.go", "href")));
    }

    [Fact]
    public void With_nothing_open_lines_off_is_one_button()
    {
        var charter = Boarding(CaptainOnly);

        var move = Move(View(charter), Viewers.Kim, 18);

        Assert.Equal(["Lines off"], Texts(move.FindAll("button.go")));
        Assert.Equal("All clear. You can leave.", move.Find("form + p").Words());
        Assert.Equal(["Enter a different time"], Texts(move.FindAll($"a[href='{Viewers.PagesOf(charter).Depart}']")));
    }

    [Fact]
    public void A_stop_is_the_act_and_further_ones_are_listed()
    {
        var charter = Boarding();

        var move = Move(charter, 18);

        Assert.Equal(("Clear 2 stops", Viewers.PagesOf(charter).Crew),
            (move.Find("a.go").Words(), move.Attribute("a.go", "href")));
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
    public void The_office_is_not_asked_for_all_fast_but_can_record_it()
    {
        var charter = UtcCharter.In(CharterStatus.Underway);

        var move = Move(CharterViews.View(charter), Viewers.Dana, 19);

        Assert.Equal("turn calm", move.Find("section").ClassName);
        Assert.Equal(["All fast", "Correct the times"], Texts(move.FindAll("a")));
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
        Assert.Equal("List: 1 left", move.Find("a.go").Words());
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

    private IRenderedComponent<CharterTurn> Move(Charter charter, int hour) =>
        Move(CharterViews.View(charter), Viewers.Kim, hour);

    private IRenderedComponent<CharterTurn> Move(CharterView view, Viewer viewer, int hour, int minute = 0) =>
        Show<CharterTurn>(move => move
            .Add(p => p.View, view).Add(p => p.Viewer, viewer).Add(p => p.Now, UtcCharter.At(hour, minute)));
}
