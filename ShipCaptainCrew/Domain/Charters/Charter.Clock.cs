namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// What the ship's own clock does to a charter. It is marked unconfirmed, with no actual time, until a person says so.
/// </summary>
public sealed partial class Charter
{
    /// <summary>
    /// Without a return nobody knows when it is over; after this long past departure nothing happens by itself any
    /// more.
    /// </summary>
    private static readonly TimeSpan LongestWithoutReturn = TimeSpan.FromHours(12);

    /// <summary>
    /// A person took back what the clock would only do again, so the clock lets it be until the next move of a
    /// person's.
    /// </summary>
    public bool ClockHeld { get; private set; }

    /// <summary>When it is over by the plan; null where it has no times.</summary>
    public DateTimeOffset? PlannedEnd => Return ?? Departure + LongestWithoutReturn;

    /// <summary>
    /// Its state as of now: boarding opens by itself at its time, whether or not anybody has written so yet.
    /// </summary>
    public CharterStatus StatusAt(DateTimeOffset now) => IsBoardingDue(now) ? CharterStatus.Boarding : Status;

    public bool IsOverdue(DateTimeOffset now, TimeSpan grace) =>
        Status == CharterStatus.Underway && Return + grace <= now;

    public bool IsBoardingDue(DateTimeOffset now) =>
        Status == CharterStatus.Scheduled && !ClockHeld && BoardingTime <= now && now < PlannedEnd;

    /// <summary>Its time is over, and nobody has said lines off.</summary>
    public bool HasLapsed(DateTimeOffset now) => AwaitsDeparture && PlannedEnd <= now;

    /// <summary>The schedule would have it under way by now, if the gate lets it.</summary>
    public bool IsDepartureDue(DateTimeOffset now) =>
        Status == CharterStatus.Boarding && AutomaticTransitions && !ClockHeld && Departure <= now && now < PlannedEnd;

    /// <summary>
    /// Only where the clock also put it under way: who sailed by hand comes back by hand, or is looked for.
    /// </summary>
    public bool IsReturnDue(DateTimeOffset now) =>
        Status == CharterStatus.Underway && AutomaticTransitions && !ClockHeld && ActualDeparture is null
            && Return <= now;

    /// <summary>
    /// What follows from the time alone: boarding opens at its time; where the type lets the schedule move it, it is
    /// under way at its planned departure, through a green gate only, and back at its planned return.
    /// </summary>
    /// <param name="isGateOpen">Whether nothing at all holds it; asked only where it matters.</param>
    /// <returns>Whether anything changed.</returns>
    public bool FollowClock(DateTimeOffset now, bool isGateOpen)
    {
        var clock = new Actor(null, now);
        var before = Status;
        if (IsBoardingDue(now)) MoveTo(CharterStatus.Boarding, BoardingTime!.Value, clock, byClock: true);
        if (IsDepartureDue(now) && isGateOpen) MoveTo(CharterStatus.Underway, Departure!.Value, clock, byClock: true);
        if (IsReturnDue(now)) MoveTo(CharterStatus.Returned, Return!.Value, clock, byClock: true);
        return Status != before;
    }

    private bool IsAnythingDue(DateTimeOffset now) => IsBoardingDue(now) || IsDepartureDue(now) || IsReturnDue(now);
}
