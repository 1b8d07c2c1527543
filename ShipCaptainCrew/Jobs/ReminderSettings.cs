using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Jobs;

/// <summary>The time zones of operators, and how many hours before call time they remind.</summary>
internal sealed class ReminderSettings(
    IQueryable<Operator> operators, IQueryable<StandingOrders> orders, IQueryable<CharterType> types)
{
    private Dictionary<Guid, string> zones = [];
    private Dictionary<Guid, List<int>> hoursOfOperators = [];
    private Dictionary<Guid, List<int>?> hoursOfTypes = [];

    public async Task Load(CancellationToken cancel)
    {
        zones = await operators.Select(row => new { row.Id, row.TimeZone })
            .ToDictionaryAsync(row => row.Id, row => row.TimeZone, cancel);
        hoursOfOperators = await orders.Select(row => new { row.OperatorId, row.ReminderHours })
            .ToDictionaryAsync(row => row.OperatorId, row => row.ReminderHours, cancel);
        hoursOfTypes = await types.Where(type => type.ReminderHours != null)
            .Select(type => new { type.Id, type.ReminderHours })
            .ToDictionaryAsync(type => type.Id, type => type.ReminderHours, cancel);
    }

    /// <summary>The most hours before call time at which any of the operators or types remind.</summary>
    public int MostHours => hoursOfOperators.Values.Concat(hoursOfTypes.Values.OfType<List<int>>())
        .SelectMany(hours => hours).Concat(StandingOrdersDetails.Usual.ReminderHours).Max();

    public TimeZoneInfo ZoneOf(Guid operatorId) => TimeZoneInfo.FindSystemTimeZoneById(zones[operatorId]);

    /// <summary>The hours of the charter type, else of the operator.</summary>
    public IReadOnlyList<int> HoursFor(Guid operatorId, Guid? typeId) =>
        hoursOfTypes.GetValueOrDefault(typeId ?? Guid.Empty)
            ?? hoursOfOperators.GetValueOrDefault(operatorId)
            ?? StandingOrdersDetails.Usual.ReminderHours;
}
