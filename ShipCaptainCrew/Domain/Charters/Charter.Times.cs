namespace ShipCaptainCrew.Domain.Charters;

/// <summary>When it really left and came back, as a person said; the plan is kept apart.</summary>
public sealed partial class Charter
{
    /// <summary>Further from the plan than this, a time is taken but worth a second look.</summary>
    private static readonly TimeSpan FarFromPlan = TimeSpan.FromHours(12);

    public static readonly Warning BoardsEarly =
        new("far_from_plan",
            "Boarding is open more than twelve hours from planned lines off. Is it this charter, and this day?");

    /// <summary>Lines off (UTC), as a person said; null before, and while only the clock says so.</summary>
    public DateTimeOffset? ActualDeparture { get; private set; }

    /// <summary>All fast (UTC), as a person said.</summary>
    public DateTimeOffset? ActualReturn { get; private set; }

    public bool HasSailed => Status is CharterStatus.Underway or CharterStatus.Returned or CharterStatus.Closed;

    public bool HasReturned => Status is CharterStatus.Returned or CharterStatus.Closed;

    public bool IsDepartureUnconfirmed => HasSailed && ActualDeparture is null;

    public bool IsReturnUnconfirmed => HasReturned && ActualReturn is null;

    /// <summary>Whether boarding now would be so long before lines off that another day may be meant.</summary>
    public bool IsLongBefore(DateTimeOffset now) => Status == CharterStatus.Scheduled && Departure - now > FarFromPlan;

    /// <summary>
    /// Actual times so far from their planned ones that somebody may have mistyped, or taken one charter for another.
    /// </summary>
    public IEnumerable<Warning> DoubtfulTimes()
    {
        if (Status == CharterStatus.Boarding && IsFar(LastMove?.At, Departure)) yield return BoardsEarly;
        if (IsFar(ActualDeparture, Departure))
            yield return new(
                "far_from_plan", "Lines off is more than twelve hours from its planned time. Is that right?");
        if (IsFar(ActualReturn, Return))
            yield return new(
                "far_from_plan", "All fast is more than twelve hours from its planned time. Is that right?");
    }

    /// <summary>
    /// Puts the actual times right (UTC); null leaves one alone. A first value needs no reason, another does, and the
    /// one before stays in the log.
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
            return Refusal.Invalid("reason", "Say why the time is another.");
        if (departure is { } away && away != ActualDeparture) SetDeparture(away, reason);
        if (back is { } fast && fast != ActualReturn) SetReturn(fast, reason);
        return null;
    }

    /// <summary>
    /// What only the clock knew is so, at its planned time unless another is said. What a person said stays as it is.
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
