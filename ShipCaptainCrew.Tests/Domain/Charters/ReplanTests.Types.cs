using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>What the type of a charter decides.</summary>
public sealed partial class ReplanTests
{
    [Fact]
    public void Call_and_boarding_are_an_hour_and_half_an_hour_before_departure_or_as_the_type_says()
    {
        var type = UtcCharter.TypeOf();
        type.Change(type.Details with
        {
            Schedule = type.Schedule with { CallMinutesBefore = 90, BoardingMinutesBefore = 20 },
        });

        var typed = new Charter(Operator, Plan, Pacific, type);

        Assert.Equal((Plan.Departure!.Value.AddMinutes(-60), Plan.Departure.Value.AddMinutes(-30)),
            (charter.CallTime, charter.BoardingTime));
        Assert.Equal((Plan.Departure.Value.AddMinutes(-90), Plan.Departure.Value.AddMinutes(-20)),
            (typed.CallTime, typed.BoardingTime));
        Assert.Equal((null, null), (new Charter(Operator, Plan with { Departure = null }, Pacific, type).CallTime,
            new Charter(Operator, Plan with { Departure = null }, Pacific, type).BoardingTime));
    }

    [Fact]
    public void Another_type_brings_its_schedule_and_transitions_until_lines_off()
    {
        var type = UtcCharter.TypeOf(automatic: true);

        Assert.Null(charter.Replan(Plan, Pacific, type));

        Assert.Equal((type.Id, type.Schedule, true, 2),
            (charter.CharterTypeId, charter.Schedule, charter.AutomaticTransitions, charter.Version));
        Assert.Equal(["charter_type_id"], ((CharterChanged)charter.TakeEvents().Single()).Fields);
        Assert.Null(charter.Replan(Plan, Pacific, null));
        Assert.Equal((null, null, false),
            (charter.CharterTypeId, charter.Schedule, charter.AutomaticTransitions));

        var underway = UtcCharter.In(CharterStatus.Underway);
        Assert.Equal("charter_closed", underway.Replan(underway.Plan, "UTC", type)!.Code);
        Assert.Equal("charter_closed", underway.Man(new(1, 1, 1))!.Code);
    }

    [Fact]
    public void A_position_that_is_still_held_is_named_with_its_number()
    {
        charter.Claim(CrewRole.Deckhand, MemberWith(CrewRole.Deckhand), Office);

        Assert.Equal("One deckhand is assigned. They have to give up the role first.",
            $"{charter.Man(new(1, 0, 0))!.FirstMessage}");
        Assert.Null(charter.Man(new(1, 0, 1)));
        Assert.Null(charter.Man(new(1, 0, 2)));
        charter.Claim(CrewRole.Deckhand, MemberWith(CrewRole.Deckhand), Office);
        Assert.Equal("2 deckhands are assigned. Somebody has to give up the role first.",
            $"{charter.Man(new(1, 0, 1))!.FirstMessage}");
    }
}
