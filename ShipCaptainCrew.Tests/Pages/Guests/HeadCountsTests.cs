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

/// <summary>Head counts before departure, with Kim and Sam as crew and one guest boarded.</summary>
public sealed class HeadCountsTests : FragmentTestBase
{
    private readonly Charter charter = UtcCharter.Scheduled();
    private readonly Muster muster = TestGuests.Muster();

    public HeadCountsTests() => charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, UtcCharter.ByKim(9));

    [Fact]
    public void Before_anybody_counted_two_counts_are_wanted()
    {
        var counts = Counts(Viewers.Kim);

        Assert.Equal(["Two people must each count the guests."], Texts(counts.FindAll(".note.act")));
        Assert.Equal("Save my count", counts.Find("button").Words());
        Assert.Equal($"{Viewers.PagesOf(charter).Muster}?handler=Count", counts.Attribute("form", "action"));
        Assert.Equal("departure", counts.Attribute("[name=which]", "value"));
        Assert.Empty(counts.FindAll("li"));
    }

    [Fact]
    public void Who_has_yet_to_count_sees_that_somebody_counted_but_not_how_many()
    {
        Count(Viewers.Kim, 2);

        var counts = Counts(Viewers.Sam);

        Assert.Equal("Kim, 4:50 PM Counted", counts.Find("li").Words());
        Assert.Equal(["Somebody else must count the guests too."], Texts(counts.FindAll(".note")));
        Assert.Empty(counts.FindAll("#departure-roll, .note.alarm"));
    }

    [Fact]
    public void A_count_that_does_not_match_the_list_shows_the_roll_call()
    {
        Count(Viewers.Kim, 1);
        Count(Viewers.Sam, 2);

        var counts = Counts(Viewers.Sam);

        Assert.Equal("The head counts do not match: 1, 2 counted, 1 boarded on the list.",
            counts.Find(".note.alarm").Words());
        Assert.Equal(["Kim, 4:50 PM 1 counted", "Sam (you), 4:50 PM 2 counted"],
            Texts(counts.FindAll("section > ul li")));
        Assert.Equal(["2 counted"], Texts(counts.FindAll(".badge.alarm")));
        Assert.Equal("Aboard by the list: 1", counts.Find("#departure-roll h3").Words());
        Assert.Equal(("Count again", "alt"), (counts.Find("button").Words(), counts.Find("button").ClassName));
    }

    [Fact]
    public void Counts_that_agree_say_so()
    {
        Count(Viewers.Kim, 1);
        Count(Viewers.Sam, 1);

        var counts = Counts(Viewers.Sam);

        Assert.Equal(["All match: 1 by count and on the list."], Texts(counts.FindAll(".note")));
        Assert.Empty(counts.FindAll("#departure-roll, .badge.alarm"));
    }

    [Fact]
    public void A_refused_number_is_marked_beside_the_input()
    {
        var counts = Counts(Viewers.Kim, Refusal.Invalid("guests", "Enter a whole number."));

        Assert.Equal("Enter a whole number.", counts.Find("#departure-e[role=alert]").Words());
        Assert.Equal(("field bad", "true"),
            (counts.Find(".field").ClassName, counts.Attribute("input[name=guests]", "aria-invalid")));
    }

    [Fact]
    public void Once_the_charter_is_over_nobody_counts() =>
        Assert.Empty(Counts(Viewers.Kim, isOpen: false).FindAll("form"));

    private void Count(Viewer viewer, int guests) =>
        muster.Count(CountOf.Departure, guests, new(viewer.MemberId, UtcCharter.At(16, 50)));

    private IRenderedComponent<HeadCounts> Counts(Viewer viewer, Refusal? refusal = null, bool isOpen = true) =>
        Show<HeadCounts>(counts => counts
            .Add(p => p.Which, CountOf.Departure)
            .Add(p => p.Title, "Count before departure")
            .Add(p => p.View, CharterViews.View(charter))
            .Add(p => p.Manifest, new([TestGuests.Guest("Ben", GuestStatus.Boarded)], muster, false))
            .Add(p => p.Viewer, viewer)
            .Add(p => p.Names, CharterViews.View(charter).Names)
            .Add(p => p.Refusal, refusal)
            .Add(p => p.IsOpen, isOpen));
}
