using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>The details and the guests of a charter on its page.</summary>
public sealed class CharterDetailsTests : FragmentTestBase
{
    private readonly Charter charter = UtcCharter.Scheduled();

    [Fact]
    public void Without_details_there_is_no_section() => Assert.Equal("", Details(seesContact: true).Markup.Trim());

    [Fact]
    public void Who_booked_is_shown_with_links_to_call_and_to_mail()
    {
        Book();

        var details = Details(seesContact: true);

        Assert.Equal(["ContactErin <Booker>", "Phone+1 619 555 0142", "Emailerin@example.com", "ReferenceB-17"],
            Texts(details.FindAll("dl > div")));
        Assert.Equal(["tel:+16195550142", "mailto:erin@example.com"],
            details.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Who_booked_is_hidden_from_those_who_may_not_see_it()
    {
        Book();

        Assert.Equal("", Details(seesContact: false).Markup.Trim());
    }

    [Fact]
    public void Notes_and_the_time_of_the_guests_are_for_everyone()
    {
        charter.Replan(
            charter.Plan with { Notes = "No <shoes>", GuestsArriveAt = UtcCharter.At(17) }, "UTC", null);

        var details = Details(seesContact: false);

        Assert.Equal("Booking Guests arrive5:00 PM No <shoes>", details.Words());
        Assert.Equal("pre", details.Find("section > p").ClassName);
    }

    [Fact]
    public void Crew_without_a_position_see_no_guests() => Assert.Equal("", Guests(Viewers.Alex).Markup.Trim());

    [Fact]
    public void The_crew_sees_how_many_have_signed_and_boarded_with_links()
    {
        var guests = Guests(Viewers.Kim, new(Listed: 2, Signed: 1, Boarded: 1));

        var pages = Viewers.PagesOf(charter);
        Assert.Equal([pages.Guests, pages.Guests, pages.Muster, pages.Manifest],
            guests.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("1 of 2 aboard", guests.Find("#guests-n").Words());
        Assert.Equal("1 of 2 signed", guests.Find("#waivers-n").Words());
        Assert.Equal("0 of 1 count", guests.Find("#muster-n").Words());
        Assert.Equal("None listed", Guests(Viewers.Kim).Find("#guests-n").Words());
    }

    [Fact]
    public void The_plan_for_a_member_lists_only_the_times_that_are_set()
    {
        var timeless = SanDiegoCharter.Charter(CharterStatus.Scheduled, null, null);

        Assert.Equal(["Be aboard4:30 PM", "Departure5:30 PM", "Return8:00 PM"],
            Texts(Show<CharterPlan>(plan => plan.Add(p => p.Charter, charter)).FindAll("div")));
        Assert.Empty(Show<CharterPlan>(plan => plan.Add(p => p.Charter, timeless)).FindAll("div"));
    }

    private void Book() => charter.Replan(
        charter.Plan with { Contact = new("Erin <Booker>", "erin@example.com", "+1 619 555 0142"), Reference = "B-17" },
        "UTC", null);

    private IRenderedComponent<CharterDetails> Details(bool seesContact) => Show<CharterDetails>(details =>
        details.Add(p => p.Charter, charter).Add(p => p.SeesContact, seesContact));

    private IRenderedComponent<CharterGuests> Guests(Viewer viewer, GuestCount? guests = null) =>
        Show<CharterGuests>(section => section
            .Add(p => p.View, CharterViews.View(charter).With(TestGuests.Manifest()) with
            {
                Guests = guests ?? GuestCount.None,
            })
            .Add(p => p.Viewer, viewer));
}
