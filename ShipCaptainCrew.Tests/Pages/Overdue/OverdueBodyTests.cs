using Bunit;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Pages;
using ShipCaptainCrew.Pages.Overdue;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Overdue;

/// <summary>A charter due back at 20:00, with 30 minutes of grace.</summary>
public sealed class OverdueBodyTests : FragmentTestBase
{
    private Charter charter = UtcCharter.In(CharterStatus.Underway);

    [Fact]
    public void Before_its_return_time_it_counts_down_without_alarm()
    {
        var body = Body(19);

        Assert.Equal("Out: Aurora", body.Find("h1").Words());
        Assert.Equal("Due back in 1 h 0 min 30 minutes of grace are allowed. As of 7:00 PM",
            body.Find(".clock").Words());
        Assert.False(body.Find(".clock").HasAttribute("data-level"));
        Assert.Empty(body.FindAll("form"));
    }

    [Fact]
    public void After_the_grace_it_is_late_and_asks_who_has_it_in_hand()
    {
        var body = Body(20, 45);

        Assert.Equal("Overdue: Aurora", body.Find("h1").Words());
        Assert.Equal(("late", "45 min"), (body.Attribute(".clock", "data-level"), body.Find(".big").Words()));
        Assert.Equal("I'm handling this", body.Find("form button").Words());
        Assert.Equal(Token, body.Attribute("[name=__RequestVerificationToken]", "value"));
    }

    [Fact]
    public void The_page_behind_the_signed_link_asks_for_the_code_and_has_no_antiforgery_token()
    {
        var body = Body(20, 45, proof: LinkProof.Code);

        Assert.Equal("I'm handling this", body.Find("form button").Words());
        Assert.Equal(["code"], body.FindAll("input").Select(input => input.GetAttribute("name")));
        Assert.Equal("Sign in as a member", body.Find("form a").Words());
    }

    [Fact]
    public void The_page_behind_a_link_without_a_valid_code_has_no_button()
    {
        var body = Body(20, 45, proof: LinkProof.SignIn);

        Assert.Empty(body.FindAll("form, button, input"));
        Assert.Equal("Sign in as a member", body.Find(".act a").Words());
    }

    [Fact]
    public void Those_who_may_not_acknowledge_it_get_no_button() =>
        Assert.Empty(Body(20, 45, mayAcknowledge: false).FindAll("form"));

    [Fact]
    public void Once_somebody_has_it_in_hand_the_name_replaces_the_button()
    {
        charter.AcknowledgeOverdue("Dana", UtcCharter.ByKim(20, 40));

        var body = Body(20, 45);

        Assert.Equal("Dana is handling this, 8:40 PM", body.Find("[role=status]").Words());
        Assert.Empty(body.FindAll("form"));
    }

    [Fact]
    public void After_the_return_it_says_when_and_shows_no_phone_numbers()
    {
        charter.MarkReturned(null, UtcCharter.ByKim(21));

        var body = Body(21, 5);

        Assert.Equal("Back: Aurora", body.Find("h1").Words());
        Assert.Equal("She is no longer out: this charter is returned. All fast 9:00 PM",
            body.Find("[role=status]").Words());
        Assert.Empty(body.FindAll("a, form, dl"));
    }

    [Theory]
    [InlineData(2, 12, "4: 2 crew and 2 guests boarded")]
    [InlineData(1, 12, "3: 2 crew and 1 guest boarded")]
    [InlineData(0, 1, "3: 2 crew and 1 guest expected")]
    [InlineData(0, 12, "14: 2 crew and 12 guests expected")]
    [InlineData(0, null, "2 crew; the number of guests was not recorded")]
    public void Persons_aboard_are_those_boarded_else_expected(int boarded, int? expected, string persons)
    {
        charter = UtcCharter.Scheduled(guests: expected);
        charter.Board(UtcCharter.ByKim(17));
        charter.Depart(null, [], null, UtcCharter.ByKim(17, 30));

        Assert.Contains(persons, Texts(Body(20, 45, boarded: boarded).FindAll("dd")));
    }

    [Fact]
    public void The_crew_is_listed_with_numbers_to_call()
    {
        var body = Body(20, 45);

        Assert.Equal(["Kim captain, +1 619 555 0100 Call Kim", "Sam deckhand, no number"], Texts(body.FindAll("li")));
        Assert.Equal("tel:+16195550100", body.Attribute("li a", "href"));
    }

    private IRenderedComponent<OverdueBody> Body(
        int hour, int minute = 0, bool mayAcknowledge = true, LinkProof proof = LinkProof.Form,
        int boarded = 0) =>
        Show<OverdueBody>(body => body
            .Add(p => p.View, new OverdueView
            {
                Charter = charter,
                Vessel = UtcCharter.Aurora,
                Operator = new Operator("Queen of San Diego", "queen", "UTC", SanDiegoCharter.SanDiego),
                Orders = StandingOrdersDetails.Usual,
                Crew = [new(CrewRole.Captain, "Kim", "+1 619 555 0100"), new(CrewRole.Deckhand, "Sam", null)],
                Boarded = boarded,
                LastSign = null,
            })
            .Add(p => p.Now, UtcCharter.At(hour, minute))
            .Add(p => p.MayAcknowledge, mayAcknowledge)
            .Add(p => p.Proof, proof)
            .Add(p => p.SignIn, "/sign-in"));
}
