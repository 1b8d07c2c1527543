using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

/// <summary>Filters of a list of charters: a status, and inclusive local dates.</summary>
internal sealed record EventFilter(DateOnly? From, DateOnly? To, CharterStatus? Status)
{
    public static EventFilter Read(Input query) => new(
        query.Date("from", null), query.Date("to", null), query.Choice<CharterStatus>("status", null));

    public IQueryable<Charter> Apply(IQueryable<Charter> charters, Viewer viewer, Slice slice) =>
        charters.AsNoTracking().OnDates(From, To)
            .Where(charter => (Status == null || charter.Status == Status)
                && (viewer.IsOffice || charter.Status != CharterStatus.Draft))
            .ByDeparture(ListPosition.Parse(slice.After)).Take(slice.Limit + 1);
}
