using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Publishing, boarding and closing.</summary>
public sealed partial class LifecycleTests
{
    [Fact]
    public void Publishing_reports_the_positions_that_were_assigned_to_others()
    {
        var charter = Draft();
        charter.AppointCaptain(Kim, ByKim(8));
        charter.Claim(CrewRole.Deckhand, Sam, ByKim(8));
        charter.TakeEvents();

        charter.Publish(ByKim(8));

        var published = Assert.IsType<CharterPublished>(Assert.Single(charter.TakeEvents()));
        Assert.Equal([charter.PositionOf(Sam.Id)!.Id], published.AssignedPositions);
    }

    [Fact]
    public void Boarding_opens_now_unless_a_time_is_given_and_never_in_the_future()
    {
        var (now, earlier, later) = (Scheduled(), Scheduled(), Scheduled());

        Assert.Null(now.Board(ByKim(16)));
        Assert.Null(earlier.Board(ByKim(16), At(15, 50)));
        Assert.Equal("That is in the future.", $"{later.Board(ByKim(16), At(16, 1))!.FirstMessage}");

        Assert.Equal([At(16), At(15, 50)], new[] { now, earlier }.Select(charter =>
            Assert.IsType<CharterMoved>(Assert.Single(charter.TakeEvents())).At));
        Assert.Equal((At(16), CharterStatus.Scheduled), (earlier.LastMove!.At, later.Status));
        Assert.Null(later.Board(ByKim(16), At(16)));
    }

    [Fact]
    public void A_charter_is_closed_now_unless_a_time_is_given_and_never_in_the_future()
    {
        var (now, earlier) = (In(CharterStatus.Returned), In(CharterStatus.Returned));
        Assert.Equal(["at"], now.Close(ByKim(21), At(21, 1))!.Errors!.Keys);

        now.Close(ByKim(21));
        earlier.Close(ByKim(21), At(20, 30));

        Assert.Equal([At(21), At(20, 30)], new[] { now, earlier }.Select(charter =>
            Assert.IsType<CharterMoved>(Assert.Single(charter.TakeEvents())).At));
    }

    [Fact]
    public void A_departure_before_the_plan_says_when_boarding_opened()
    {
        var timeless = new Charter(Operator, Plan() with { Departure = null, Return = null }, "UTC", null);
        timeless.Publish(ByKim(8));

        Assert.Equal("wrong_state", timeless.Depart(null, [], null, ByKim(12))!.Code);
        Assert.Null(timeless.Board(ByKim(12)));
        Assert.Null(timeless.Depart(null, [], null, ByKim(12)));
    }
}
