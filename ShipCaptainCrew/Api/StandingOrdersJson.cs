using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Api;

internal sealed record StandingOrdersJson(
    IReadOnlyList<int> ReminderHours, int GraceMinutes, Contact ShoreContact, int WaiverYears)
{
    public static StandingOrdersJson Of(StandingOrdersDetails orders) =>
        new(orders.ReminderHours, orders.GraceMinutes, orders.ShoreContact, orders.WaiverYears);
}
