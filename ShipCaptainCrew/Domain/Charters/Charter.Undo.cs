namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Undoing status changes, the last one first.</summary>
public sealed partial class Charter
{
    public static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Whether the last status change can be undone. A reinstatement cannot: the charter can be cancelled again.
    /// </summary>
    public bool MayUndo(DateTimeOffset now) => Undoable is { } last && now - last.At <= UndoWindow;

    /// <summary>
    /// Whether people are emailed that the last change is undone, because they were emailed about it.
    /// </summary>
    public bool IsUndoTold => (Status == CharterStatus.Cancelled) != (LastMove?.From == CharterStatus.Draft);

    /// <summary>
    /// Undoes the last status change; the one before it is then the last. The audit log keeps all of them.
    /// </summary>
    public Refusal? Undo(string? reason, Actor actor)
    {
        if (Undoable is not { } last) return NothingToUndo();
        if (!MayUndo(actor.At)) return TooLateToUndo();
        Raise(new MoveUndone(Id, Status, last.From, reason));
        if (Status == CharterStatus.Underway) (ActualDeparture, Override) = (null, null);
        if (Status == CharterStatus.Returned) ActualReturn = null;
        if (Status == CharterStatus.Closed) CloseReason = null;
        if (Status == CharterStatus.Cancelled) CancelReason = null;
        (Status, LastMove) = (last.From, EarlierMoves.LastOrDefault());
        if (LastMove is not null) EarlierMoves = EarlierMoves[..^1];
        ClockHeld = false;
        ClockHeld = IsAnythingDue(actor.At);
        return null;
    }

    private StatusChange? Undoable => LastMove?.From == CharterStatus.Cancelled ? null : LastMove;

    private Refusal NothingToUndo() => Refusal.Conflict(
        "nothing_to_undo",
        new LocalizedText("There is nothing to undo. This charter is {0}.", Status.Label()),
        ("state", WireNames.Name(Status)));

    private Refusal TooLateToUndo() => Refusal.Conflict(
        "too_late_to_undo",
        new LocalizedText(
            "You can undo a step for {0} minutes. This charter is {1}.", UndoWindow.Minutes, Status.Label()),
        ("state", WireNames.Name(Status)));
}
