using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class GuestsBodyTests : FragmentTestBase
{
    private readonly Charter charter = UtcCharter.Scheduled();

    [Fact]
    public void An_empty_list_says_so_and_can_be_filled()
    {
        var body = Body(Viewers.Kim);

        Assert.Equal("Nobody is on the list yet.", body.Find(".empty").Words());
        var pages = Viewers.PagesOf(charter);
        Assert.Equal([pages.NewGuest, pages.Qr], body.FindAll("a.btn").Select(link => link.GetAttribute("href")));
        Assert.Empty(body.FindAll("#items, #chips, #find"));
    }

    [Fact]
    public void A_deckhand_marks_guests_but_does_not_keep_the_list()
    {
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, UtcCharter.ByKim(9));

        var body = Body(Viewers.Sam, TestGuests.Guest("Ben Cole"));

        Assert.Equal(4, body.FindAll("#items button").Count);
        Assert.Empty(body.FindAll("a.btn, .reach, .empty, .head a"));
    }

    [Fact]
    public void A_walk_up_waits_above_the_list_to_be_placed()
    {
        var robin = TestGuests.WalkUp("Robin");

        var body = Body(Viewers.Kim, TestGuests.Guest("Ben Cole"), robin);

        Assert.Equal("Robin○ Not signed Add to list Robin Edit Robin", body.Find("#waiting ~ ul li").Words());
        Assert.Equal($"{Viewers.PagesOf(charter).Guest(robin.Id)}?handler=Place",
            body.Attribute("#waiting ~ ul form", "action"));
        Assert.Equal(["Ben Cole"], Texts(body.FindAll("#items legend")));
    }

    [Fact]
    public void A_waiting_guest_with_the_name_of_one_on_the_list_may_be_the_same_person()
    {
        var (mia, child) = (TestGuests.Guest(" mia  cole"), TestGuests.Guest(new GuestDetails
        {
            Name = "Mia Cole",
            IsMinor = true,
        }));
        var waiting = TestGuests.WalkUp("Mia Cole");

        var body = Body(Viewers.Kim, mia, child, TestGuests.Guest("Ben Cole"), waiting);

        Assert.Equal($"{mia.Id}", body.Attribute("#waiting ~ ul input[name=same_as]", "value"));
        Assert.Equal(["Same as mia cole on the list", "Add to list Mia Cole"],
            Texts(body.FindAll("#waiting ~ ul button")));
    }

    [Fact]
    public void Without_walk_ups_nothing_is_waiting() =>
        Assert.Empty(Body(Viewers.Kim, TestGuests.Guest("Ben Cole")).FindAll("#waiting"));

    [Fact]
    public void A_walk_up_who_could_not_be_placed_is_announced()
    {
        var body = Show<GuestsBody>(guests => guests
            .Add(p => p.View, CharterViews.View(charter))
            .Add(p => p.Manifest, TestGuests.Manifest(TestGuests.WalkUp("Robin")))
            .Add(p => p.Viewer, Viewers.Kim)
            .Add(p => p.Filter, GuestFilters.None)
            .Add(p => p.Refusal, Refusal.Conflict("full", "Aurora is full.")));

        Assert.Equal("Aurora is full.", body.Find("section .err[role=alert]").Words());
    }

    [Fact]
    public void The_guests_of_a_charter_that_is_over_are_history()
    {
        charter.Cancel("Fog", UtcCharter.ByKim(10));

        var body = Body(Viewers.Olive, TestGuests.Guest(new GuestDetails { Name = "Ben Cole", Needs = "Nuts" }));

        Assert.Equal(["This charter is canceled; its guests can no longer be changed."], Texts(body.FindAll(".note")));
        Assert.Empty(body.FindAll("#items button, a.btn, .head a"));
        Assert.DoesNotContain("Nuts", body.Words(), StringComparison.Ordinal);
    }

    private IRenderedComponent<GuestsBody> Body(Viewer viewer, params Guest[] guests) =>
        Body(viewer, GuestFilters.None, guests);

    private IRenderedComponent<GuestsBody> Body(Viewer viewer, GuestFilter filter, params Guest[] guests) =>
        Show<GuestsBody>(body => body
            .Add(p => p.View, CharterViews.View(charter))
            .Add(p => p.Manifest, TestGuests.Manifest(guests))
            .Add(p => p.Viewer, viewer)
            .Add(p => p.Filter, filter));
}
