using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class CharterRolesTests
{
    private static readonly Guid Operator = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 16, 0, 0, TimeSpan.Zero);
    private static readonly Actor Office = new(Guid.CreateVersion7(), Now);

    private static readonly Member Kim = MemberWith("Kim", CrewRole.Captain, CrewRole.FirstMate);
    private static readonly Member Max = MemberWith("Max", CrewRole.FirstMate, CrewRole.Deckhand);
    private static readonly Member Sam = MemberWith("Sam", CrewRole.Deckhand);
    private static readonly Member Alex = MemberWith("Alex", CrewRole.Deckhand);
    private static readonly Member[] Members = [Kim, Max, Sam, Alex];

    [Fact]
    public void A_claim_is_confirmed_at_once_and_an_assignment_when_the_member_claims_it()
    {
        var charter = PublishedCharter();
        charter.Claim(CrewRole.Deckhand, Sam, By(Sam));
        charter.Claim(CrewRole.FirstMate, Max, Office);

        Assert.Equal((Now, null), (charter.PositionOf(Sam.Id)!.ConfirmedAt, charter.PositionOf(Max.Id)!.ConfirmedAt));

        Assert.Null(charter.Claim(CrewRole.FirstMate, Max, Office));
        Assert.Null(charter.PositionOf(Max.Id)!.ConfirmedAt);
        Assert.Null(charter.Claim(CrewRole.FirstMate, Max, By(Max)));
        Assert.Equal(Now, charter.PositionOf(Max.Id)!.ConfirmedAt);
    }

    [Fact]
    public void A_claim_without_the_qualification_is_refused_and_an_assignment_at_the_member_field()
    {
        var charter = PublishedCharter();
        charter.Claim(CrewRole.Deckhand, Sam, By(Sam));

        Assert.Equal("not_qualified", charter.Claim(CrewRole.Captain, Sam, By(Sam))!.Code);
        Assert.Equal(["member_id"], charter.Claim(CrewRole.Captain, Alex, Office)!.Errors!.Keys);
        Assert.Null(charter.Claim(CrewRole.Deckhand, Max, By(Max)));
        Assert.Equal("already_aboard", charter.Claim(CrewRole.FirstMate, Max, By(Max))!.Code);
    }

    [Fact]
    public void The_crew_of_a_cancelled_charter_cannot_change()
    {
        var charter = PublishedCharter();
        charter.Claim(CrewRole.Deckhand, Sam, By(Sam));
        charter.Claim(CrewRole.Deckhand, Alex, Office);
        charter.Cancel("Storm", Office);
        charter.TakeEvents();

        Assert.Equal("charter_closed", charter.Claim(CrewRole.FirstMate, Max, By(Max))!.Code);
        Assert.Equal("charter_closed", charter.Claim(CrewRole.Deckhand, Alex, By(Alex))!.Code);
        Assert.Equal("charter_closed", charter.Release(CrewRole.Deckhand, Sam.Id)!.Code);
        Assert.Equal("charter_closed", charter.AppointCaptain(Kim, Office)!.Code);
        Assert.Null(charter.Claim(CrewRole.Deckhand, Sam, By(Sam)));
        Assert.Null(charter.Release(CrewRole.FirstMate, Sam.Id));
        Assert.Empty(charter.TakeEvents());
    }

    private static Actor By(Member member) => new(member.Id, Now);

    private static Member MemberWith(string name, params CrewRole[] qualifications) =>
        new(Operator, Guid.CreateVersion7(), new()
        {
            Name = name,
            Email = $"{name}@example.com",
            Role = MemberRole.Crew,
            Qualifications = qualifications,
        });

    private static Charter PublishedCharter()
    {
        var charter = DraftCharter();
        charter.Publish(Office);
        return charter;
    }

    private static Charter DraftCharter()
    {
        var plan = new Plan
        {
            VesselId = Guid.CreateVersion7(),
            Date = new(2026, 7, 4),
            Title = "Sunset sail",
            Contact = Contact.None,
        };
        return new(Operator, plan, "America/Los_Angeles", null);
    }
}
