using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Lists guests whose date of birth is known by their age on the date of their charter, after the charter was moved
/// across an 18th birthday. Charters that have departed stay as they are.
/// </summary>
public sealed class ListGuestsByAge(AppDbContext db, Change change, IStringLocalizer<Text> localizer) : ISelectiveJob
{
    public async Task<IReadOnlyCollection<Guid>> OperatorsDue(DateTimeOffset now, CancellationToken cancel) =>
        await (
            from charter in BeforeDeparture(db.AcrossOperators<Charter>())
            where db.AcrossOperators<Guest>().Any(guest => guest.OperatorId == charter.OperatorId
                && guest.CharterId == charter.Id
                && guest.OfAgeOn != null && guest.IsMinor == (guest.OfAgeOn <= charter.Date))
            select charter.OperatorId).Distinct().ToListAsync(cancel);

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        if (!await Wrong().AnyAsync(cancel)) return null;
        var corrected = await change.Run(_ => Correct(cancel), cancel);
        return localizer["Guests whose age on the day differs from the list: {0}", corrected].Value;
    }

    private async Task<int> Correct(CancellationToken cancel)
    {
        var wrong = await Wrong().ToListAsync(cancel);
        foreach (var (guest, sailing) in wrong) guest.ListByAge(sailing);
        return wrong.Count;
    }

    private IQueryable<GuestOnDate> Wrong() =>
        from charter in BeforeDeparture(db.Charters)
        join guest in db.Guests on charter.Id equals guest.CharterId
        where guest.OfAgeOn != null && guest.IsMinor == (guest.OfAgeOn <= charter.Date)
        select new GuestOnDate(guest, charter.Date);

    private static IQueryable<Charter> BeforeDeparture(IQueryable<Charter> charters) => charters.IgnoreAutoIncludes()
        .Where(charter => CharterStates.AwaitingDeparture.Contains(charter.Status)
            || charter.Status == CharterStatus.Draft);

    private sealed record GuestOnDate(Guest Guest, DateOnly Sailing);
}
