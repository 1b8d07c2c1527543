using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Lists guests whose date of birth is known by their age on the date of their charter, after the charter was moved
/// across an 18th birthday. Charters that have departed stay as they are.
/// </summary>
public sealed class ListGuestsByAge(AppDbContext db, Change change, IStringLocalizer<Text> localizer) : IJob
{
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
        from guest in db.Guests
        where guest.OfAgeOn != null
        join charter in db.Charters.IgnoreAutoIncludes() on guest.CharterId equals charter.Id
        where (CharterStates.AwaitingDeparture.Contains(charter.Status) || charter.Status == CharterStatus.Draft)
            && guest.IsMinor == (guest.OfAgeOn <= charter.Date)
        select new GuestOnDate(guest, charter.Date);

    private sealed record GuestOnDate(Guest Guest, DateOnly Sailing);
}
