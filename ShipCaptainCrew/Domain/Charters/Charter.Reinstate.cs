namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Withdrawing a cancellation at any time before the planned departure.</summary>
public sealed partial class Charter
{
    public bool MayReinstate(DateTimeOffset now) => Status == CharterStatus.Cancelled && IsDepartureAhead(now);

    /// <summary>
    /// Makes a cancelled charter scheduled again, or a draft if it was one. Positions, guests and waivers are as they
    /// were. Boarding opens again at its time.
    /// </summary>
    public Refusal? Reinstate(Actor actor)
    {
        if (Status != CharterStatus.Cancelled)
            return LastMove?.From == CharterStatus.Cancelled
                ? null
                : WrongState("This charter is {0}; only a canceled one can be reinstated.");
        if (!IsDepartureAhead(actor.At)) return TooLateToReinstate();
        var to = LastMove?.From == CharterStatus.Draft ? CharterStatus.Draft : CharterStatus.Scheduled;
        CancelReason = null;
        SetStatus(to, actor);
        EarlierMoves = [];
        Raise(new CharterReinstated(Id, to));
        return null;
    }

    private static Refusal TooLateToReinstate() => Refusal.Conflict(
        "too_late_to_reinstate", "Its departure has passed, so it cannot be reinstated. Plan a new charter instead.",
        ("state", WireNames.Name(CharterStatus.Cancelled)));
}
