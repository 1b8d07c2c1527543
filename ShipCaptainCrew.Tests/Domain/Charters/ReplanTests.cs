using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed class ReplanTests
{
    private const string Pacific = "America/Los_Angeles";
    private static readonly Guid Operator = Guid.CreateVersion7();
    private static readonly Actor Office = new(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
    private static readonly Plan Plan = new()
    {
        VesselId = Guid.CreateVersion7(),
        Date = new(2026, 7, 4),
        Title = "Whale watch",
        Departure = new(2026, 7, 4, 20, 0, 0, TimeSpan.Zero),
        DepartureGiven = true,
        MeetingPoint = "Pier 3",
        Contact = Contact.None,
        GuestsExpected = 8,
    };

    private readonly Charter charter = new(Operator, Plan, Pacific, null);

    public ReplanTests() => charter.TakeEvents();

    [Fact]
    public void The_same_plan_again_is_no_edit()
    {
        Assert.Null(charter.Replan(Plan with { }, Pacific, null));

        Assert.Equal(1, charter.Version);
        Assert.False(charter.HasEvents);
    }

    [Fact]
    public void An_edit_counts_and_names_what_it_changed_and_whether_the_crew_must_hear_of_it()
    {
        charter.Replan(Plan with { Notes = "Cake aboard" }, Pacific, null);
        charter.Replan(
            charter.Plan with {
                MeetingPoint = "Pier 5", DepartureGiven = false, Contact = new("Ben Cole", null, null) },
            Pacific, null);

        Assert.Equal(3, charter.Version);
        var (quiet, loud) = charter.TakeEvents().Cast<CharterChanged>().ToArray() is [var one, var two]
            ? (one, two) : throw new InvalidOperationException();
        Assert.Equal((false, true), (quiet.Moved, loud.Moved));
        Assert.Equal(["notes"], quiet.Fields);
        Assert.Equal(["departure_time", "meeting_point", "contact"], loud.Fields);
    }

    [Fact]
    public void Another_type_leaves_everyone_their_place_and_opens_or_closes_the_others()
    {
        var kim = Somebody(CrewRole.Captain);
        charter.AppointCaptain(kim, Office);
        charter.Claim(CrewRole.Deckhand, Somebody(CrewRole.Deckhand), Office);
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
    public void The_office_sails_it_with_more_places_or_fewer_but_never_takes_one_that_is_held()
    {
        charter.AppointCaptain(Somebody(CrewRole.Captain), Office);
        charter.Claim(CrewRole.Deckhand, Somebody(CrewRole.Deckhand), Office);
        charter.TakeEvents();

        Assert.Equal(["manning.deckhand"], charter.Man(new(1, 0, 0))!.Errors!.Keys);
        Assert.Equal(new(1, 1, 2), charter.Manning);
        Assert.Null(charter.Man(new(1, 0, 3)));

        Assert.Equal((new Manning(1, 0, 3), 2, 2),
            (charter.Manning, charter.Positions.Count(position => position.IsOpen), charter.Version));
        Assert.Equal(["manning"], Assert.IsType<CharterChanged>(Assert.Single(charter.TakeEvents())).Fields);
        Assert.Null(charter.Man(new(1, 0, 3)));
        Assert.False(charter.HasEvents);
    }

    [Fact]
    public void A_charter_that_is_over_keeps_its_history_as_it_was()
    {
        charter.Cancel("Gale warning", Office);

        var refusal = charter.Replan(Plan with { Title = "Reef day" }, Pacific, null);

        Assert.Equal("charter_closed", refusal!.Code);
        Assert.Equal("Whale watch", charter.Title);
    }

    private static Member Somebody(CrewRole role) =>
        new(Operator, Guid.CreateVersion7(), new()
        {
            Name = "Somebody",
            Email = "somebody@example.com",
            Role = MemberRole.Crew,
            Qualifications = [role],
        });
}
