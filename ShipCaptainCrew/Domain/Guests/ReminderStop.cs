namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// A mailbox that gets no reminders to sign a waiver from one operator, because its owner used the link in a reminder.
/// The first request to sign, and requests that a person sends, still go there.
/// </summary>
public sealed class ReminderStop : AggregateRoot, IOwned
{
    private ReminderStop()
    {
    }

    /// <param name="mailbox">A hash of its address.</param>
    /// <param name="guestId">The guest whose reminder contained the link.</param>
    /// <param name="charterId">Their charter; null if the guest was removed.</param>
    public ReminderStop(Guid operatorId, Guid mailbox, Guid guestId, Guid? charterId, DateTimeOffset at)
    {
        (OperatorId, Mailbox, StoppedAt) = (operatorId, mailbox, at);
        Raise(new WaiverRemindersStopped(charterId, guestId));
    }

    public Guid OperatorId { get; private set; }
    public Guid Mailbox { get; private set; }
    public DateTimeOffset StoppedAt { get; private set; }

    /// <summary>Reminders go to the mailbox again; the caller removes the row.</summary>
    public void End(Guid guestId, Guid? charterId) => Raise(new WaiverRemindersResumed(charterId, guestId));
}
