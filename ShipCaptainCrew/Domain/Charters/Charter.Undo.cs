namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Undoing the last status change.</summary>
public sealed partial class Charter
{
    public static readonly TimeSpan UndoWindow = TimeSpan.FromMinutes(15);

    public bool MayUndo(DateTimeOffset now) => LastMove is { } last && now - last.At <= UndoWindow;

    /// <summary>Undoes the last status change. The audit log keeps both.</summary>
    public Refusal? Undo(string? reason, Actor actor)
    {
        if (LastMove is not { } last) return NothingToUndo();
        if (!MayUndo(actor.At)) return TooLateToUndo();
        Raise(new MoveUndone(Id, Status, last.From, reason));
        if (Status == CharterStatus.Underway) (ActualDeparture, Override) = (null, null);
        if (Status == CharterStatus.Returned) ActualReturn = null;
        if (Status == CharterStatus.Cancelled) CancelReason = null;
        (Status, LastMove) = (last.From, null);
        ClockHeld = IsAnythingDue(actor.At);
        return null;
    }

    private Refusal NothingToUndo() => Refusal.Conflict(
        "nothing_to_undo",
        new LocalizedText("There is no move to take back. This charter is {0}.", Status.Label()),
        ("state", WireNames.Name(Status)));

    private Refusal TooLateToUndo() => Refusal.Conflict(
        "too_late_to_undo",
        new LocalizedText(
            "A move can be taken back for {0} minutes. This charter is {1}.", UndoWindow.Minutes, Status.Label()),
        ("state", WireNames.Name(Status)));
}
