using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data;

/// <summary>
/// The one place that looks past the fence between operators: to find out which operator a person or a letter belongs to.
/// What needs more than that enters the operator first.
/// </summary>
public static class AllOperators
{
    public static IQueryable<T> Everywhere<T>(this ShipDb db)
        where T : class, IOwned => db.Set<T>().IgnoreQueryFilters([ShipDb.OperatorFence]).AsNoTracking();
}
