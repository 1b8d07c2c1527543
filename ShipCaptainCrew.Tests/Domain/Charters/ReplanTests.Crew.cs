using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Changes of the crew positions.</summary>
public sealed partial class ReplanTests
{
    [Fact]
    public void A_change_of_type_keeps_held_positions_and_adjusts_the_open_ones()
    {
        var kim = MemberWith(CrewRole.Captain);
        charter.AppointCaptain(kim, Office);
        charter.Claim(CrewRole.Deckhand, MemberWith(CrewRole.Deckhand), Office);
        var tour = new CharterType(Operator, new()
        {
            Name = "Harbor tour",
            Schedule = new() { Anchor = DepartureRule.Fixed, Time = new(9, 0), DurationMinutes = 60 },
            Roles = new(1, 0, 1),
            ChecklistTemplateIds = [],
        });

        Assert.Null(charter.Replan(Plan, Pacific, tour));

        Assert.Equal(
            [CrewRole.Captain, CrewRole.Deckhand], charter.Positions.Select(position => position.Role).Order());
        Assert.DoesNotContain(charter.Positions, position => position.IsOpen);
        Assert.Equal(kim.Id, charter.CaptainId);
    }

    [Fact]
    public void Manning_can_change_but_not_below_the_held_positions()
    {
        charter.AppointCaptain(MemberWith(CrewRole.Captain), Office);
        charter.Claim(CrewRole.Deckhand, MemberWith(CrewRole.Deckhand), Office);
        charter.TakeEvents();

        Assert.Equal(["manning.deckhand"], charter.Man(new(1, 0, 0))!.Errors!.Keys);
        Assert.Equal(new(1, 1, 2), charter.Manning);
        Assert.Null(charter.Man(new(1, 0, 3)));

        Assert.Equal((new Manning(1, 0, 3), 2, 2),
            (charter.Manning, charter.Positions.Count(position => position.IsOpen), charter.Version));
        var changed = Assert.IsType<CharterChanged>(Assert.Single(charter.TakeEvents()));
        Assert.Equal(("manning", false), (Assert.Single(changed.Fields), changed.Moved));
        Assert.Null(charter.Man(new(1, 0, 3)));
        Assert.False(charter.HasEvents);
    }

    private static Member MemberWith(CrewRole role) =>
        new(Operator, Guid.CreateVersion7(), new()
        {
            Name = "MemberWith",
            Email = "somebody@example.com",
            Role = MemberRole.Crew,
            Qualifications = [role],
        });
}
