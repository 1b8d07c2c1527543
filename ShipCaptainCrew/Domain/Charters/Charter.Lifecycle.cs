namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// A charter's way from draft to closed, one step at a time. What a person does is held by no clock; what the ship's own clock does
/// is marked unconfirmed, with no actual time, until a person says so. The last move can be taken back for a quarter of an hour.
/// </summary>
public sealed partial class Charter
{
    public static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(15);

    /// <summary>Further from the plan than this, a time given by hand is taken but worth a second look.</summary>
    public static readonly TimeSpan FarFromPlan = TimeSpan.FromHours(12);

    /// <summary>Without a return nobody knows when it is over; after this long past departure nothing happens by itself any more.</summary>
    private static readonly TimeSpan LongestWithoutReturn = TimeSpan.FromHours(12);

    /// <summary>Lines off (UTC), as a person said; null before, and while only the clock says so.</summary>
    public DateTimeOffset? ActualDeparture { get; private set; }

    /// <summary>All fast (UTC), as a person said.</summary>
    public DateTimeOffset? ActualReturn { get; private set; }

    /// <summary>Why it sailed past an open gate line, and on whose word.</summary>
    public GateOverride? Override { get; private set; }

    /// <summary>The move that led here; null where there was none or it was taken back.</summary>
    public Move? LastMove { get; private set; }

    /// <summary>A person took back what the clock had done, so the clock lets it be.</summary>
    public bool ClockHeld { get; private set; }

    public bool IsDepartureUnconfirmed => Status is CharterStatus.Underway or CharterStatus.Returned or CharterStatus.Closed && ActualDeparture is null;

    public bool IsReturnUnconfirmed => Status is CharterStatus.Returned or CharterStatus.Closed && ActualReturn is null;

    /// <summary>When it is over by the plan; null where it has no times.</summary>
    public DateTimeOffset? PlannedEnd => Return ?? Departure + LongestWithoutReturn;

    /// <summary>Its state as of now: boarding opens by itself at its time, whether or not anybody has written so yet.</summary>
    public CharterStatus StatusAt(DateTimeOffset now) => IsBoardingDue(now) ? CharterStatus.Boarding : Status;

    public bool MayUndo(DateTimeOffset now) => LastMove is { } last && now - last.At <= UndoWindow;

    public bool IsOverdue(DateTimeOffset now, TimeSpan grace) => Status == CharterStatus.Underway && Return + grace <= now;

    /// <summary>Shows the draft to the crew. Until then only the office knows of it.</summary>
    public Refusal? Publish(By by)
    {
        if (Status == CharterStatus.Scheduled) return null;
        if (Status != CharterStatus.Draft) return WrongState("This charter is {0}, so it cannot be published.");
        Go(CharterStatus.Scheduled, by);
        Announce(new CharterPublished(Id, [.. places.Where(place => place.MemberId is { } member && member != by.MemberId).Select(place => place.Id)]));
        return null;
    }

    /// <summary>Guests may come aboard.</summary>
    public Refusal? Board(By by)
    {
        if (Status == CharterStatus.Boarding) return null;
        if (Status != CharterStatus.Scheduled) return WrongState("This charter is {0}, so boarding cannot open.");
        MoveTo(CharterStatus.Boarding, by.At, by);
        return null;
    }

    /// <summary>Lines off, through the gate. Said again of a departure that only the clock knew, it confirms it.</summary>
    /// <param name="at">When, if not now (UTC).</param>
    /// <param name="blockers">What the gate holds against it: see <see cref="Gate"/>.</param>
    /// <param name="overrideReason">The captain's word for sailing past what may be overridden.</param>
    public Refusal? Depart(DateTimeOffset? at, IReadOnlyList<Blocker> blockers, string? overrideReason, By by)
    {
        if (Status == CharterStatus.Underway) return ActualDeparture is null ? ConfirmDeparture(at ?? Departure ?? by.At, by) : null;
        if (StatusAt(by.At) != CharterStatus.Boarding) return WrongState("This charter is {0}. Lines off comes after boarding.");
        if (TooLate(at, by) is { } future) return future;
        if (Closed(blockers, overrideReason) is { } closed) return closed;
        if (Status == CharterStatus.Scheduled) MoveTo(CharterStatus.Boarding, BoardingTime ?? by.At, by, byClock: true);
        if (blockers.Count > 0) SailPast(blockers, overrideReason!, by);
        ActualDeparture = at ?? by.At;
        MoveTo(CharterStatus.Underway, ActualDeparture.Value, by);
        return null;
    }

    /// <summary>All fast. Said again of a return that only the clock knew, it confirms it.</summary>
    public Refusal? ComeBack(DateTimeOffset? at, By by)
    {
        if (Status == CharterStatus.Returned) return ActualReturn is null ? ConfirmReturn(at ?? Return ?? by.At, by) : null;
        if (Status != CharterStatus.Underway) return WrongState("This charter is {0}. All fast comes after lines off.");
        var back = at ?? by.At;
        if ((TooLate(at, by) ?? BeforeDeparture("at", back)) is { } no) return no;
        ActualReturn = back;
        MoveTo(CharterStatus.Returned, back, by);
        return null;
    }

    /// <summary>Put to bed: history from here on.</summary>
    public Refusal? Close(By by)
    {
        if (Status == CharterStatus.Closed) return null;
        if (Status != CharterStatus.Returned) return WrongState("This charter is {0}. It is closed after its return.");
        MoveTo(CharterStatus.Closed, by.At, by);
        return null;
    }

    /// <summary>Calls it off, before it is under way. Everyone aboard is told at once, with the reason.</summary>
    public Refusal? Cancel(string reason, By by)
    {
        if (Status == CharterStatus.Cancelled) return null;
        if (Status >= CharterStatus.Underway) return WrongState("This charter is {0}, so it cannot be cancelled.");
        var wasDraft = Status == CharterStatus.Draft;
        CancelReason = reason;
        Go(CharterStatus.Cancelled, by);
        Announce(new CharterCancelled(Id, wasDraft));
        return null;
    }

    /// <summary>Takes the last move back. Both stay in the log.</summary>
    public Refusal? Undo(string? reason, By by)
    {
        if (LastMove is not { } last) return Refusal.Conflict("nothing_to_undo", new Words("There is no move to take back. This charter is {0}.", Status.Word()), ("state", Wire.Name(Status)));
        if (!MayUndo(by.At)) return Refusal.Conflict("too_late_to_undo", new Words("A move can be taken back for {0} minutes. This charter is {1}.", UndoWindow.Minutes, Status.Word()), ("state", Wire.Name(Status)));
        Announce(new MoveUndone(Id, Status, last.From, reason));
        if (Status == CharterStatus.Underway) (ActualDeparture, Override) = (null, null);
        if (Status == CharterStatus.Returned) ActualReturn = null;
        if (Status == CharterStatus.Cancelled) CancelReason = null;
        (Status, LastMove, ClockHeld) = (last.From, null, true);
        return null;
    }

    /// <summary>
    /// Puts the actual times right (UTC); null leaves one alone. A first value needs no reason, another does, and the one before stays in the log.
    /// </summary>
    public Refusal? Correct(DateTimeOffset? departure, DateTimeOffset? back, string? reason, By by)
    {
        if (departure is not null && !HasSailed) return Refusal.Invalid("actual_departure", new Words("This charter is {0}: it has not left yet.", Status.Word()));
        if (back is not null && !HasReturned) return Refusal.Invalid("actual_return", new Words("This charter is {0}: it has not come back yet.", Status.Word()));
        if (departure > by.At) return Refusal.Invalid("actual_departure", InTheFuture);
        if (back > by.At) return Refusal.Invalid("actual_return", InTheFuture);
        if ((back ?? ActualReturn) <= (departure ?? ActualDeparture)) return Refusal.Invalid("actual_return", "The return must be after lines off.");
        var changes = (departure is not null && ActualDeparture is { } left && left != departure) || (back is not null && ActualReturn is { } returned && returned != back);
        if (changes && reason is null) return Refusal.Invalid("reason", "Say why the time is another.");
        if (departure is { } away && away != ActualDeparture) SetDeparture(away, reason);
        if (back is { } fast && fast != ActualReturn) SetReturn(fast, reason);
        return null;
    }

    /// <summary>
    /// What follows from the time alone: boarding opens at its time; where the type lets the schedule move it, it is under way at its
    /// planned departure, through a green gate only, and back at its planned return.
    /// </summary>
    /// <param name="isGateOpen">Whether nothing at all holds it; asked only where it matters.</param>
    /// <returns>Whether anything changed.</returns>
    public bool FollowClock(DateTimeOffset now, bool isGateOpen)
    {
        var clock = new By(null, now);
        var before = Status;
        if (IsBoardingDue(now)) MoveTo(CharterStatus.Boarding, BoardingTime!.Value, clock, byClock: true);
        if (IsDepartureDue(now) && isGateOpen) MoveTo(CharterStatus.Underway, Departure!.Value, clock, byClock: true);
        if (IsReturnDue(now)) MoveTo(CharterStatus.Returned, Return!.Value, clock, byClock: true);
        return Status != before;
    }

    public bool IsBoardingDue(DateTimeOffset now) =>
        Status == CharterStatus.Scheduled && !ClockHeld && BoardingTime <= now && now < PlannedEnd;

    /// <summary>The schedule would have it under way by now, if the gate lets it.</summary>
    public bool IsDepartureDue(DateTimeOffset now) =>
        Status == CharterStatus.Boarding && AutomaticTransitions && !ClockHeld && Departure <= now && now < PlannedEnd;

    /// <summary>Only where the clock also put it under way: who sailed by hand comes back by hand, or is looked for.</summary>
    public bool IsReturnDue(DateTimeOffset now) =>
        Status == CharterStatus.Underway && AutomaticTransitions && !ClockHeld && ActualDeparture is null && Return <= now;

    /// <summary>Only a draft can be removed; what the crew has seen is cancelled instead.</summary>
    public Refusal? Discard()
    {
        if (Status != CharterStatus.Draft) return Refusal.Conflict("not_a_draft", "Only a draft can be removed. Cancel this charter instead.", ("state", Wire.Name(Status)));
        Announce(new CharterDiscarded(Id));
        return null;
    }

    private bool HasSailed => Status is CharterStatus.Underway or CharterStatus.Returned or CharterStatus.Closed;

    private bool HasReturned => Status is CharterStatus.Returned or CharterStatus.Closed;

    private static Words InTheFuture => "That is in the future.";

    private Refusal? ConfirmDeparture(DateTimeOffset at, By by)
    {
        if (TooLate(at, by) is { } future) return future;
        SetDeparture(at, null);
        return null;
    }

    private Refusal? ConfirmReturn(DateTimeOffset at, By by)
    {
        if ((TooLate(at, by) ?? BeforeDeparture("at", at)) is { } no) return no;
        SetReturn(at, null);
        return null;
    }

    private void SetDeparture(DateTimeOffset at, string? reason)
    {
        Announce(new TimeSet(Id, "actual_departure", ActualDeparture, at, reason));
        ActualDeparture = at;
    }

    private void SetReturn(DateTimeOffset at, string? reason)
    {
        Announce(new TimeSet(Id, "actual_return", ActualReturn, at, reason));
        ActualReturn = at;
    }

    private static Refusal? TooLate(DateTimeOffset? at, By by) => at > by.At ? Refusal.Invalid("at", InTheFuture) : null;

    private Refusal? BeforeDeparture(string field, DateTimeOffset back) =>
        back <= ActualDeparture ? Refusal.Invalid(field, "The return must be after lines off.") : null;

    private static Refusal? Closed(IReadOnlyList<Blocker> blockers, string? overrideReason)
    {
        var holds = overrideReason is null ? blockers : [.. blockers.Where(blocker => !blocker.MayBeOverridden)];
        return holds.Count == 0 ? null : Refusal.Conflict("gate_closed", "Not yet: something still holds the boat.", ("blockers", blockers));
    }

    private void SailPast(IReadOnlyList<Blocker> blockers, string reason, By by)
    {
        Override = new(reason, by.MemberId!.Value, by.At);
        Announce(new GateOverridden(Id, [.. blockers.Select(blocker => blocker.Code).Distinct()], reason));
    }

    private void MoveTo(CharterStatus to, DateTimeOffset at, By by, bool byClock = false)
    {
        Announce(new CharterMoved(Id, Status, to, at, byClock));
        Go(to, byClock ? by with { MemberId = null } : by);
    }

    private void Go(CharterStatus to, By by) =>
        (LastMove, Status, ClockHeld) = (new(Status, by.At, by.MemberId), to, ClockHeld && by.MemberId is null);

    private Refusal WrongState(string says) => Refusal.Conflict("wrong_state", new Words(says, Status.Word()), ("state", Wire.Name(Status)));
}

/// <summary>A step that was made: from where, when it was recorded (UTC) and by whom; no member means the ship's own clock.</summary>
public sealed record Move(CharterStatus From, DateTimeOffset At, Guid? By);

/// <summary>The captain's word for sailing although the gate was not all green.</summary>
public sealed record GateOverride(string Reason, Guid By, DateTimeOffset At);
