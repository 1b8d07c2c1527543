using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>What an operator's owner has ordered once for all its charters.</summary>
/// <param name="ReminderHours">How long before call time the crew is reminded; types and charters may say
/// otherwise.</param>
/// <param name="GraceMinutes">How long past its planned return a charter may be out before it is overdue.</param>
/// <param name="ShoreContact">Who is called ashore when a charter is overdue; where nobody is named, the
/// office.</param>
/// <param name="WaiverYears">How long a signed waiver is kept after the charter or, where minors were signed for, after
/// the youngest came of age.</param>
public sealed record StandingOrdersDetails(
    IReadOnlyList<int> ReminderHours, int GraceMinutes, Contact ShoreContact, int WaiverYears = 4)
{
    public static readonly StandingOrdersDetails Usual = new([72, 24, 3], 30, Contact.None);

    /// <summary>How long past its return a charter may be out before it is overdue.</summary>
    /// <param name="minutes">What the operator ordered; null where it goes by the usual.</param>
    public static TimeSpan GraceOf(int? minutes) => TimeSpan.FromMinutes(minutes ?? Usual.GraceMinutes);

    public static StandingOrdersDetails Read(Input input, StandingOrdersDetails now) => new(
        Reminders.Read(input, now.ReminderHours) ?? [],
        input.Whole(
            "grace_minutes", now.GraceMinutes, 0, 720, required: "Enter how many minutes of grace a return has.")
            ?? 0,
        Contact.Read(input.Part("shore_contact"), input.Clears("shore_contact") ? Contact.None : now.ShoreContact),
        input.Whole("waiver_years", now.WaiverYears, 1, 50, required: "Enter how many years waivers are kept.")
            ?? now.WaiverYears);
}

/// <summary>
/// The orders that stand until the owner changes them. An operator without any goes by the usual ones.
/// </summary>
public sealed class StandingOrders : OwnedEntity
{
    /// <summary>What the log calls them.</summary>
    public const string LogNoun = "standing_orders";

    private StandingOrders()
    {
    }

    public StandingOrders(Guid operatorId)
        : base(operatorId)
    {
    }

    public List<int> ReminderHours { get; private set; } = [.. StandingOrdersDetails.Usual.ReminderHours];
    public int GraceMinutes { get; private set; } = StandingOrdersDetails.Usual.GraceMinutes;
    public Contact ShoreContact { get; private set; } = Contact.None;

    public int WaiverYears { get; private set; } = StandingOrdersDetails.Usual.WaiverYears;

    public StandingOrdersDetails Details => new(ReminderHours, GraceMinutes, ShoreContact, WaiverYears);

    public void Change(StandingOrdersDetails details)
    {
        var changed = FieldDifferences.Differing(Details, details).ToList();
        if (changed.Count == 0) return;
        (ReminderHours, GraceMinutes, ShoreContact, WaiverYears) = ([.. details.ReminderHours], details.GraceMinutes,
            details.ShoreContact, details.WaiverYears);
        Raise(ReferenceDataRecorded.Changed(LogNoun, Id, changed));
    }
}
