namespace ShipCaptainCrew.Domain.Charters;

/// <summary>
/// The status changes of a charter, from draft to closed, one step at a time. A person can make them at any time of
/// day, and can undo each one for 15 minutes.
/// </summary>
public sealed partial class Charter
{
    /// <summary>Refusal code for a change of a charter that can no longer change.</summary>
    public const string Closed = "charter_closed";

    /// <summary>Why the captain sailed although the gate was not open, and who decided it.</summary>
    public GateOverride? Override { get; private set; }

    /// <summary>
    /// Why it was closed although something was left open; null if nothing was or no reason was given.
    /// </summary>
    public string? CloseReason { get; private set; }

    /// <summary>The last status change that was not undone; null if there is none.</summary>
    public StatusChange? LastMove { get; private set; }

    /// <summary>The status changes before the last one, oldest first, since it was planned or reinstated.</summary>
    public List<StatusChange> EarlierMoves { get; private set; } = [];

    /// <summary>Publishes the draft to the crew. Until then only the office sees it.</summary>
    public Refusal? Publish(Actor actor)
    {
        if (Status == CharterStatus.Scheduled) return null;
        if (Status != CharterStatus.Draft) return WrongState("This charter is {0}, so it cannot be published.");
        SetStatus(CharterStatus.Scheduled, actor);
        var assigned = positions.Where(position => position.MemberId is { } member && member != actor.MemberId);
        Raise(new CharterPublished(Id, [.. assigned.Select(position => position.Id)]));
        return null;
    }

    /// <summary>Opens boarding: guests may board.</summary>
    /// <param name="at">When it happened (UTC); null for now.</param>
    public Refusal? Board(Actor actor, DateTimeOffset? at = null)
    {
        if (TooLate("at", at, actor) is { } future) return future;
        if (Status == CharterStatus.Boarding) return null;
        if (Status != CharterStatus.Scheduled) return WrongState("This charter is {0}, so boarding cannot open.");
        MoveTo(CharterStatus.Boarding, at ?? actor.At, actor);
        return null;
    }

    /// <summary>
    /// Lines off, if the gate allows it. For a departure that happened automatically, it confirms the departure.
    /// </summary>
    /// <param name="at">When it happened (UTC); null for now.</param>
    /// <param name="blockers">What blocks lines off: see <see cref="Gate"/>.</param>
    /// <param name="overrideReason">The captain's reason for sailing although something that may be overridden blocks
    /// it.</param>
    public Refusal? Depart(DateTimeOffset? at, IReadOnlyList<Blocker> blockers, string? overrideReason, Actor actor)
    {
        if (TooLate("at", at, actor) is { } future) return future;
        if (Status == CharterStatus.Underway) return ConfirmDeparture(at, actor);
        if (StatusAt(actor.At) != CharterStatus.Boarding)
            return WrongState("This charter is {0}. Lines off comes after boarding.");
        if (GateClosed(blockers, overrideReason) is { } refusal) return refusal;
        if (Status == CharterStatus.Scheduled)
            MoveTo(CharterStatus.Boarding, BoardingTime ?? actor.At, actor, byClock: true);
        if (blockers.Count > 0) OverrideGate(blockers, overrideReason!, actor);
        ActualDeparture = at ?? actor.At;
        MoveTo(CharterStatus.Underway, ActualDeparture.Value, actor);
        return null;
    }

    /// <summary>All fast. For a return that happened automatically, it confirms the return.</summary>
    public Refusal? MarkReturned(DateTimeOffset? at, Actor actor)
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

    /// <summary>Put to bed: closes the charter, which cannot change after that.</summary>
    /// <param name="at">When it happened (UTC); null for now.</param>
    /// <param name="leftOpen">Codes of what is left open; it is logged.</param>
    /// <param name="reason">Why it is closed all the same; kept only if something is left open.</param>
    public Refusal? Close(
        Actor actor, DateTimeOffset? at = null, IReadOnlyList<string>? leftOpen = null, string? reason = null)
    {
        if (TooLate("at", at, actor) is { } future) return future;
        if (Status == CharterStatus.Closed) return null;
        if (Status != CharterStatus.Returned)
            return WrongState("This charter is {0}. It can be closed after its return.");
        if (at < ActualReturn) return Refusal.Invalid("at", "A charter can be closed after its return.");
        if (leftOpen?.Count > 0)
        {
            CloseReason = reason;
            Raise(new ClosedIncomplete(Id, leftOpen, reason));
        }

        MoveTo(CharterStatus.Closed, at ?? actor.At, actor);
        return null;
    }

    /// <summary>Cancels it before it is underway. The crew is notified at once, with the reason.</summary>
    public Refusal? Cancel(string reason, Actor actor)
    {
        if (Status == CharterStatus.Cancelled) return null;
        if (Status >= CharterStatus.Underway) return WrongState("This charter is {0}, so it cannot be canceled.");
        var wasDraft = Status == CharterStatus.Draft;
        CancelReason = reason;
        SetStatus(CharterStatus.Cancelled, actor);
        Raise(new CharterCancelled(Id, wasDraft));
        return null;
    }

    /// <summary>Removes a draft. A published charter can only be cancelled.</summary>
    public Refusal? Discard()
    {
        if (Status != CharterStatus.Draft)
            return Refusal.Conflict("not_a_draft", "Only a draft can be removed. Cancel this charter instead.",
                ("state", WireNames.Name(Status)));
        Raise(new CharterDiscarded(Id));
        return null;
    }

    private static Refusal? GateClosed(IReadOnlyList<Blocker> blockers, string? overrideReason)
    {
        var isOpen = blockers.All(blocker => overrideReason is not null && blocker.MayBeOverridden);
        return isOpen
            ? null
            : Refusal.Conflict("gate_closed", "Not yet: something is left to do before you can leave.",
                ("blockers", blockers));
    }

    private void OverrideGate(IReadOnlyList<Blocker> blockers, string reason, Actor actor)
    {
        Override = new(reason, actor.MemberId!.Value, actor.At);
        Raise(new GateOverridden(Id, [.. blockers.Select(blocker => blocker.Code).Distinct()], reason));
    }

    private void MoveTo(CharterStatus to, DateTimeOffset at, Actor actor, bool byClock = false)
    {
        Raise(new CharterMoved(Id, Status, to, at, byClock));
        SetStatus(to, actor);
    }

    private void SetStatus(CharterStatus to, Actor actor)
    {
        if (LastMove is { } before) EarlierMoves = [.. EarlierMoves, before];
        (LastMove, Status, ClockHeld) =
            (new(Status, actor.At, actor.MemberId), to, ClockHeld && actor.MemberId is null);
    }

    /// <summary>Refuses a step that does not follow from the present status.</summary>
    /// <param name="message">With a placeholder for the status.</param>
    public Refusal WrongState(string message) => NotIn("wrong_state", message);

    /// <summary>Refuses a change of a charter that can no longer change.</summary>
    /// <param name="message">With a placeholder for the status.</param>
    public Refusal TooLateToChange(string message) => NotIn(Closed, message);

    private Refusal NotIn(string code, string message) =>
        Refusal.Conflict(code, new LocalizedText(message, Status.Label()), ("state", WireNames.Name(Status)));
}
