using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed class ReinstateTests
{
    [Theory]
    [InlineData(CharterStatus.Draft, CharterStatus.Draft)]
    [InlineData(CharterStatus.Scheduled, CharterStatus.Scheduled)]
    [InlineData(CharterStatus.Boarding, CharterStatus.Scheduled)]
    public void A_cancelled_charter_is_scheduled_again_or_a_draft_if_it_was_one(CharterStatus from, CharterStatus to)
    {
        var charter = In(from);
        charter.Cancel("Gale", ByKim(9));
        charter.TakeEvents();

        Assert.Null(charter.Reinstate(ByKim(17, 29)));

        Assert.Equal((to, null), (charter.Status, charter.CancelReason));
        Assert.Equal(new CharterReinstated(charter.Id, to), Assert.Single(charter.TakeEvents()));
        Assert.Null(charter.Reinstate(ByKim(17, 29)));
        Assert.False(charter.HasEvents);
        Assert.Equal((false, "nothing_to_undo"),
            (charter.MayUndo(At(17, 29)), charter.Undo(null, ByKim(17, 29))!.Code));
    }

    [Fact]
    public void From_departure_on_it_is_too_late()
    {
        var charter = In(CharterStatus.Cancelled);

        Assert.Equal((true, false), (charter.MayReinstate(At(17, 29)), charter.MayReinstate(At(17, 30))));
        Assert.Equal("too_late_to_reinstate", charter.Reinstate(ByKim(17, 30))!.Code);
        Assert.Equal((CharterStatus.Cancelled, "Gale"), (charter.Status, charter.CancelReason));
    }

    [Fact]
    public void Boarding_opens_again_at_its_time()
    {
        var charter = In(CharterStatus.Cancelled);
        charter.Reinstate(ByKim(17, 10));

        Assert.True(charter.FollowClock(At(17, 11), isGateOpen: false));
        Assert.Equal(CharterStatus.Boarding, charter.Status);
    }

    [Theory]
    [InlineData(CharterStatus.Draft, false)]
    [InlineData(CharterStatus.Scheduled, true)]
    [InlineData(CharterStatus.Cancelled, true)]
    [InlineData(CharterStatus.Underway, false)]
    public void Guests_are_told_once_it_is_published_until_lines_off_and_until_its_end(CharterStatus status, bool told)
    {
        Assert.Equal(told, In(status).TellsGuests(At(19, 59)));
        Assert.False(In(status).TellsGuests(At(20)));
    }
}
