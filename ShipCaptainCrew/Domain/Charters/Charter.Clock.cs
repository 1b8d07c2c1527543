namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// Status changes that the scheduler makes by time alone. They stay unconfirmed, without an actual time, until a person
/// confirms them.
/// </summary>
public sealed partial class Charter
{
    /// <summary>How long after departure a charter without a return time can change automatically.</summary>
    private static readonly TimeSpan LongestWithoutReturn = TimeSpan.FromHours(12);

    /// <summary>
    /// Whether automatic changes are paused, because a person undid one that would happen again at once. The next
    /// status change by a person ends the pause.
    /// </summary>
    public bool ClockHeld { get; private set; }

    /// <summary>The planned end; null if it has no times.</summary>
    public DateTimeOffset? PlannedEnd => Return ?? Departure + LongestWithoutReturn;

    /// <summary>
    /// Its status at a time (UTC): boarding counts as open from its time on, even if the scheduler has not saved that
    /// yet.
    /// </summary>
    public CharterStatus StatusAt(DateTimeOffset now) => IsBoardingDue(now) ? CharterStatus.Boarding : Status;

    public bool IsOverdue(DateTimeOffset now, TimeSpan grace) =>
        Status == CharterStatus.Underway && Return + grace <= now;

    public bool IsBoardingDue(DateTimeOffset now) =>
        Status == CharterStatus.Scheduled && !ClockHeld && BoardingTime <= now && now < PlannedEnd;

    /// <summary>Whether its planned end has passed without lines off.</summary>
    public bool HasLapsed(DateTimeOffset now) => AwaitsDeparture && PlannedEnd <= now;

    /// <summary>Whether it is due to depart automatically, if the gate is open.</summary>
    public bool IsDepartureDue(DateTimeOffset now) =>
        Status == CharterStatus.Boarding && AutomaticTransitions && !ClockHeld && Departure <= now && now < PlannedEnd;

    /// <summary>
    /// Whether it is due to return automatically. Only if it also departed automatically: a charter that a person
    /// confirmed underway must be confirmed back, or it becomes overdue.
    /// </summary>
    public bool IsReturnDue(DateTimeOffset now) =>
        Status == CharterStatus.Underway && AutomaticTransitions && !ClockHeld && ActualDeparture is null
            && Return <= now;

    /// <summary>
    /// Makes the status changes that are due: boarding opens at its time; with automatic transitions, the charter
    /// departs at its planned departure if the gate is open, and returns at its planned return.
    /// </summary>
    /// <param name="isGateOpen">Whether nothing blocks lines off; used only if departure is due.</param>
    /// <returns>Whether anything changed.</returns>
    public bool FollowClock(DateTimeOffset now, bool isGateOpen)
    {
        var scheduler = new Actor(null, now);
        var before = Status;
        if (IsBoardingDue(now)) MoveTo(CharterStatus.Boarding, BoardingTime!.Value, scheduler, byClock: true);
        if (IsDepartureDue(now) && isGateOpen)
            MoveTo(CharterStatus.Underway, Departure!.Value, scheduler, byClock: true);
        if (IsReturnDue(now)) MoveTo(CharterStatus.Returned, Return!.Value, scheduler, byClock: true);
        return Status != before;
    }

    private bool IsAnythingDue(DateTimeOffset now) => IsBoardingDue(now) || IsDepartureDue(now) || IsReturnDue(now);
}
