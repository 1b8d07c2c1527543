using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Domain.Operators;

/// <summary>The standing orders of an operator. An operator without any uses the defaults.</summary>
public sealed class StandingOrders : OwnedEntity
{
    /// <summary>The name of this kind of entity in the audit log.</summary>
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
        (ReminderHours, GraceMinutes) = ([.. details.ReminderHours], details.GraceMinutes);
        (ShoreContact, WaiverYears) = (details.ShoreContact, details.WaiverYears);
        Raise(ReferenceDataRecorded.Changed(LogNoun, Id, changed));
    }
}
