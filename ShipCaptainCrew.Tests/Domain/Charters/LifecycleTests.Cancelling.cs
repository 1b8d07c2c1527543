using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Cancelling and removing, and what a status means.</summary>
public sealed partial class LifecycleTests
{
    [Theory]
    [InlineData(CharterStatus.Draft, true)]
    [InlineData(CharterStatus.Scheduled, false)]
    public void A_cancelled_charter_keeps_the_reason_and_says_whether_it_was_a_draft(
        CharterStatus status, bool wasDraft)
    {
        var charter = In(status);
        charter.TakeEvents();

        charter.Cancel("Gale", ByKim(9));
        charter.Cancel("Fog", ByKim(10));

        Assert.Equal("Gale", charter.CancelReason);
        Assert.Equal(new CharterCancelled(charter.Id, wasDraft), Assert.Single(charter.TakeEvents()));
    }

    [Fact]
    public void Only_a_draft_can_be_removed()
    {
        var (draft, scheduled) = (Draft(), Scheduled());
        draft.TakeEvents();

        Assert.Null(draft.Discard());
        var refusal = scheduled.Discard()!;

        Assert.Equal(new CharterDiscarded(draft.Id), Assert.Single(draft.TakeEvents()));
        Assert.Equal(("not_a_draft", "scheduled"), (refusal.Code, refusal.Extensions!["state"]));
        Assert.False(scheduled.HasEvents);
    }

    [Theory]
    [InlineData(CharterStatus.Draft, false, false, false, true)]
    [InlineData(CharterStatus.Boarding, false, false, true, true)]
    [InlineData(CharterStatus.Scheduled, false, false, true, true)]
    [InlineData(CharterStatus.Underway, true, false, false, false)]
    [InlineData(CharterStatus.Returned, true, true, false, false)]
    [InlineData(CharterStatus.Closed, true, true, false, false)]
    [InlineData(CharterStatus.Cancelled, false, false, false, false)]
    public void The_status_tells_what_has_happened(
        CharterStatus status, bool hasSailed, bool hasReturned, bool awaitsDeparture, bool isCrewOpen)
    {
        var charter = In(status);

        Assert.Equal((hasSailed, hasReturned, awaitsDeparture, isCrewOpen),
            (charter.HasSailed, charter.HasReturned, charter.AwaitsDeparture, charter.IsCrewOpen));
        Assert.Equal(status is CharterStatus.Closed or CharterStatus.Cancelled, charter.IsOver);
        Assert.Equal((false, false), (charter.IsDepartureUnconfirmed, charter.IsReturnUnconfirmed));
    }
}
