namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// A charter's way from draft to closed, one step at a time. What a person does is held by no clock.
/// The last move can be taken back for a quarter of an hour.
/// </summary>
public sealed partial class Charter
{
    /// <summary>Code of the refusal to change what is over.</summary>
    public const string Closed = "charter_closed";

    public static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(15);

    /// <summary>Why it sailed past an open gate line, and on whose word.</summary>
    public GateOverride? Override { get; private set; }

    /// <summary>The move that led here; null where there was none or it was taken back.</summary>
    public StatusChange? LastMove { get; private set; }

    public bool MayUndo(DateTimeOffset now) => LastMove is { } last && now - last.At <= UndoWindow;

    /// <summary>Shows the draft to the crew. Until then only the office knows of it.</summary>
    public Refusal? Publish(Actor actor)
    {
        if (Status == CharterStatus.Scheduled) return null;
        if (Status != CharterStatus.Draft) return WrongState("This charter is {0}, so it cannot be published.");
        Go(CharterStatus.Scheduled, actor);
        Raise(
            new CharterPublished(Id,
                [
                    .. positions.Where(position => position.MemberId is { } member && member != actor.MemberId)
                        .Select(position => position.Id)]));
        return null;
    }

    /// <summary>Guests may come aboard.</summary>
    /// <param name="at">When, if not now (UTC).</param>
    public Refusal? Board(Actor actor, DateTimeOffset? at = null)
    {
        if (TooLate("at", at, actor) is { } future) return future;
        if (Status == CharterStatus.Boarding) return null;
        if (Status != CharterStatus.Scheduled) return WrongState("This charter is {0}, so boarding cannot open.");
        MoveTo(CharterStatus.Boarding, at ?? actor.At, actor);
        return null;
    }

    /// <summary>
    /// Lines off, through the gate. Said again of a departure that only the clock knew, it confirms it.
    /// </summary>
    /// <param name="at">When, if not now (UTC).</param>
    /// <param name="blockers">What the gate holds against it: see <see cref="Gate"/>.</param>
    /// <param name="overrideReason">The captain's word for sailing past what may be overridden.</param>
    public Refusal? Depart(DateTimeOffset? at, IReadOnlyList<Blocker> blockers, string? overrideReason, Actor actor)
    {
        if (TooLate("at", at, actor) is { } future) return future;
        if (Status == CharterStatus.Underway) return ConfirmDeparture(at, actor);
        if (StatusAt(actor.At) != CharterStatus.Boarding)
            return WrongState("This charter is {0}. Lines off comes after boarding.");
        if (Shut(blockers, overrideReason) is { } shut) return shut;
        if (Status == CharterStatus.Scheduled)
            MoveTo(CharterStatus.Boarding, BoardingTime ?? actor.At, actor, byClock: true);
        if (blockers.Count > 0) SailPast(blockers, overrideReason!, actor);
        ActualDeparture = at ?? actor.At;
        MoveTo(CharterStatus.Underway, ActualDeparture.Value, actor);
        return null;
    }

    /// <summary>All fast. Said again of a return that only the clock knew, it confirms it.</summary>
    public Refusal? ComeBack(DateTimeOffset? at, Actor actor)
    {
        if (TooLate("at", at, actor) is { } future) return future;
        if (Status == CharterStatus.Returned) return ConfirmReturn(at, actor);
        if (Status != CharterStatus.Underway) return WrongState("This charter is {0}. All fast comes after lines off.");
        var back = at ?? actor.At;
        if (BeforeDeparture(back) is { } refusal) return refusal;
        ActualReturn = back;
        MoveTo(CharterStatus.Returned, back, actor);
        return null;
    }

    /// <summary>Put to bed: history from here on.</summary>
    /// <param name="at">When, if not now (UTC).</param>
    public Refusal? Close(Actor actor, DateTimeOffset? at = null)
    {
        if (TooLate("at", at, actor) is { } future) return future;
        if (Status == CharterStatus.Closed) return null;
        if (Status != CharterStatus.Returned) return WrongState("This charter is {0}. It is closed after its return.");
        if (at < ActualReturn) return Refusal.Invalid("at", "She is put to bed after her return.");
        MoveTo(CharterStatus.Closed, at ?? actor.At, actor);
        return null;
    }

    /// <summary>Calls it off, before it is under way. Everyone aboard is told at once, with the reason.</summary>
    public Refusal? Cancel(string reason, Actor actor)
    {
        if (Status == CharterStatus.Cancelled) return null;
        if (Status >= CharterStatus.Underway) return WrongState("This charter is {0}, so it cannot be cancelled.");
        var wasDraft = Status == CharterStatus.Draft;
        CancelReason = reason;
        Go(CharterStatus.Cancelled, actor);
        Raise(new CharterCancelled(Id, wasDraft));
        return null;
    }

    /// <summary>Takes the last move back. Both stay in the log.</summary>
    public Refusal? Undo(string? reason, Actor actor)
    {
        if (LastMove is not { } last)
            return Refusal.Conflict("nothing_to_undo",
                new LocalizedText("There is no move to take back. This charter is {0}.", Status.Label()),
                ("state", WireNames.Name(Status)));
        if (!MayUndo(actor.At))
            return Refusal.Conflict("too_late_to_undo",
                new LocalizedText("A move can be taken back for {0} minutes. This charter is {1}.", UndoWindow.Minutes,
                    Status.Label()),
                ("state", WireNames.Name(Status)));
        Raise(new MoveUndone(Id, Status, last.From, reason));
        if (Status == CharterStatus.Underway) (ActualDeparture, Override) = (null, null);
        if (Status == CharterStatus.Returned) ActualReturn = null;
        if (Status == CharterStatus.Cancelled) CancelReason = null;
        (Status, LastMove) = (last.From, null);
        ClockHeld = IsAnythingDue(actor.At);
        return null;
    }

    /// <summary>Only a draft can be removed; what the crew has seen is cancelled instead.</summary>
    public Refusal? Discard()
    {
        if (Status != CharterStatus.Draft)
            return Refusal.Conflict("not_a_draft", "Only a draft can be removed. Cancel this charter instead.",
                ("state", WireNames.Name(Status)));
        Raise(new CharterDiscarded(Id));
        return null;
    }

    private static Refusal? Shut(IReadOnlyList<Blocker> blockers, string? overrideReason)
    {
        var holds = overrideReason is null ? blockers : [.. blockers.Where(blocker => !blocker.MayBeOverridden)];
        return holds.Count == 0
            ? null
            : Refusal.Conflict("gate_closed", "Not yet: something still holds the boat.", ("blockers", blockers));
    }

    private void SailPast(IReadOnlyList<Blocker> blockers, string reason, Actor actor)
    {
        Override = new(reason, actor.MemberId!.Value, actor.At);
        Raise(new GateOverridden(Id, [.. blockers.Select(blocker => blocker.Code).Distinct()], reason));
    }

    private void MoveTo(CharterStatus to, DateTimeOffset at, Actor actor, bool byClock = false)
    {
        Raise(new CharterMoved(Id, Status, to, at, byClock));
        Go(to, byClock ? actor with { MemberId = null } : actor);
    }

    private void Go(CharterStatus to, Actor actor) =>
        (LastMove, Status, ClockHeld) = (new(Status, actor.At, actor.MemberId), to,
            ClockHeld && actor.MemberId is null);

    /// <summary>Refuses a step that does not follow from the present state.</summary>
    /// <param name="says">With a place for the state's word.</param>
    public Refusal WrongState(string says) => NotIn("wrong_state", says);

    /// <summary>Refuses what can no longer be changed.</summary>
    /// <param name="says">With a place for the state's word.</param>
    public Refusal TooLateToChange(string says) => NotIn(Closed, says);

    private Refusal NotIn(string code, string says) =>
        Refusal.Conflict(code, new LocalizedText(says, Status.Label()), ("state", WireNames.Name(Status)));
}

/// <summary>
/// A step that was made: from where, when it was recorded (UTC) and by whom; no member means the ship's own clock.
/// </summary>
public sealed record StatusChange(CharterStatus From, DateTimeOffset At, Guid? By);

/// <summary>The captain's word for sailing although the gate was not all green.</summary>
public sealed record GateOverride(string Reason, Guid By, DateTimeOffset At);
