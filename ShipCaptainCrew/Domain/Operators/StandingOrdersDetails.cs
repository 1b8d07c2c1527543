using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>The settings that an operator applies to all its charters.</summary>
/// <param name="ReminderHours">Hours before call time at which the crew is reminded. Charter types and charters can
/// override them.</param>
/// <param name="GraceMinutes">Minutes after its planned return until a charter is overdue.</param>
/// <param name="ShoreContact">Who is notified when a charter is overdue; the office if nobody is named.</param>
/// <param name="WaiverYears">Years that a signed waiver is kept after the charter or, if it covers minors, after the
/// youngest turns 18.</param>
public sealed record StandingOrdersDetails(
    IReadOnlyList<int> ReminderHours, int GraceMinutes, Contact ShoreContact, int WaiverYears = 4)
{
    public static readonly StandingOrdersDetails Usual = new([72, 24, 3], 30, Contact.None);

    /// <summary>How long after its planned return a charter becomes overdue.</summary>
    /// <param name="minutes">The operator's setting; null for the default.</param>
    public static TimeSpan GraceOf(int? minutes) => TimeSpan.FromMinutes(minutes ?? Usual.GraceMinutes);

    public static StandingOrdersDetails Read(Input input, StandingOrdersDetails current) => new(
        Reminders.Read(input, current.ReminderHours) ?? [],
        input.Whole(
            "grace_minutes",
            current.GraceMinutes,
            min: 0,
            max: 720,
            required: "Enter how many minutes of grace a return has.") ?? 0,
        Contact.Read(
            input.Part("shore_contact"), input.Clears("shore_contact") ? Contact.None : current.ShoreContact),
        input.Whole("waiver_years", current.WaiverYears, 1, 50, required: "Enter how many years waivers are kept.")
            ?? current.WaiverYears);
}
