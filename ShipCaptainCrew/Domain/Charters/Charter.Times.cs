namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The actual times of departure and return, as a person entered them; the plan is kept separately.</summary>
public sealed partial class Charter
{
    /// <summary>A time further from the plan than this is accepted with a warning.</summary>
    private static readonly TimeSpan FarFromPlan = TimeSpan.FromHours(12);

    public static readonly Warning BoardsEarly =
        new(
            "far_from_plan",
            "The planned lines off is more than 12 hours away. Is this the right charter and the right day?");

    /// <summary>Lines off (UTC), as a person entered it; null before, and while the departure is unconfirmed.</summary>
    public DateTimeOffset? ActualDeparture { get; private set; }

    /// <summary>All fast (UTC), as a person entered it; null before, and while the return is unconfirmed.</summary>
    public DateTimeOffset? ActualReturn { get; private set; }

    public bool HasSailed => Status is CharterStatus.Underway or CharterStatus.Returned or CharterStatus.Closed;

    public bool HasReturned => Status is CharterStatus.Returned or CharterStatus.Closed;

    public bool IsDepartureUnconfirmed => HasSailed && ActualDeparture is null;

    public bool IsReturnUnconfirmed => HasReturned && ActualReturn is null;

    /// <summary>
    /// Whether boarding would open so long before departure that a person may have picked the wrong day.
    /// </summary>
    public bool IsLongBefore(DateTimeOffset now) => Status == CharterStatus.Scheduled && Departure - now > FarFromPlan;

    /// <summary>
    /// Warnings about actual times so far from the planned ones that they may be mistyped or belong to another charter.
    /// </summary>
    public IEnumerable<Warning> DoubtfulTimes()
    {
        if (Status == CharterStatus.Boarding && IsFar(LastMove?.At, Departure)) yield return BoardsEarly;
        if (IsFar(ActualDeparture, Departure))
            yield return new(
                "far_from_plan", "Lines off is more than 12 hours from its planned time. Is that right?");
        if (IsFar(ActualReturn, Return))
            yield return new(
                "far_from_plan", "All fast is more than 12 hours from its planned time. Is that right?");
    }

    /// <summary>
    /// Corrects the actual times (UTC); null leaves a time as it is. A first value needs no reason, a later one does.
    /// The audit log keeps the previous value.
    /// </summary>
    public Refusal? Correct(DateTimeOffset? departure, DateTimeOffset? back, string? reason, Actor actor)
    {
        if (departure is not null && !HasSailed)
            return Refusal.Invalid(
                "actual_departure", new LocalizedText("This charter is {0}: it has not left yet.", Status.Label()));
        if (back is not null && !HasReturned)
            return Refusal.Invalid(
                "actual_return", new LocalizedText("This charter is {0}: it has not come back yet.", Status.Label()));
        if ((TooLate("actual_departure", departure, actor) ?? TooLate("actual_return", back, actor)) is { } future)
            return future;
        if ((back ?? ActualReturn) <= (departure ?? ActualDeparture))
            return WrongOrder(back is null ? "actual_departure" : "actual_return");
        if (reason is null && (Replaces(ActualDeparture, departure) || Replaces(ActualReturn, back)))
            return Refusal.Invalid("reason", "Give a reason for changing the time.");
        if (departure is { } away && away != ActualDeparture) SetDeparture(away, reason);
        if (back is { } fast && fast != ActualReturn) SetReturn(fast, reason);
        return null;
    }

    /// <summary>
    /// Confirms a departure that happened automatically, at its planned time unless another is given. A time that a
    /// person entered stays.
    /// </summary>
    private Refusal? ConfirmDeparture(DateTimeOffset? at, Actor actor)
    {
        if (ActualDeparture is not null) return null;
        SetDeparture(at ?? AsPlanned(Departure, actor), null);
        return null;
    }

    private Refusal? ConfirmReturn(DateTimeOffset? at, Actor actor)
    {
        if (ActualReturn is not null) return null;
        var back = at ?? AsPlanned(Return, actor);
        if (BeforeDeparture(back) is { } refusal) return refusal;
        SetReturn(back, null);
        return null;
    }

    private static DateTimeOffset AsPlanned(DateTimeOffset? planned, Actor actor) =>
        planned < actor.At ? planned.Value : actor.At;

    private void SetDeparture(DateTimeOffset at, string? reason)
    {
        Raise(new TimeSet(Id, TimeSet.Departure, ActualDeparture, at, reason));
        ActualDeparture = at;
    }

    private void SetReturn(DateTimeOffset at, string? reason)
    {
        Raise(new TimeSet(Id, TimeSet.Return, ActualReturn, at, reason));
        ActualReturn = at;
    }

    private static bool IsFar(DateTimeOffset? actual, DateTimeOffset? planned) =>
        (actual - planned)?.Duration() > FarFromPlan;

    private static bool Replaces(DateTimeOffset? now, DateTimeOffset? asked) =>
        now is not null && asked is not null && now != asked;

    private static Refusal? TooLate(string field, DateTimeOffset? at, Actor actor) =>
        at > actor.At ? Refusal.Invalid(field, "That is in the future.") : null;

    private Refusal? BeforeDeparture(DateTimeOffset back) => back <= ActualDeparture ? WrongOrder("at") : null;

    private static Refusal WrongOrder(string field) => Refusal.Invalid(field, "The return must be after lines off.");
}
