using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Jobs.Duties;

/// <summary>Erases signed waivers whose time is over and that nobody holds, each with a certificate. In batches, so that no person's change waits long.</summary>
public sealed class EraseWaivers(ShipDb db, Change change, WaiverBook book, IStringLocalizer<Text> localizer) : IDuty
{
    private const int OneBatch = 50;

    public async Task<string?> Do(Occurrence due, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Operators.Where(house => house.Id == due.OperatorId).Select(house => house.TimeZone).FirstAsync(cancel));
        var today = LocalTime.DateOf(due.Now, zone);
        int erased = 0, batch;
        do erased += batch = await EraseBatch(today, cancel);
        while (batch == OneBatch);
        return erased == 0 ? null : localizer["Waivers erased by rule: {0}", erased].Value;
    }

    /// <summary>The certificates are saved as they are written, so what happened is announced after the last of them.</summary>
    private Task<int> EraseBatch(DateOnly today, CancellationToken cancel) => change.Run(async by =>
    {
        var past = await (
            from keeping in db.WaiverKeepings
            join record in db.Waivers on keeping.WaiverId equals record.Id
            where keeping.RetainUntil < today && keeping.HeldAt == null && record.Body != null
            orderby record.Seq
            select new { Keeping = keeping, Record = record }).Take(OneBatch).ToListAsync(cancel);
        var gone = new List<(WaiverKeeping Keeping, WaiverRecord Record)>();
        foreach (var one in past)
        {
            if (await book.Erase(one.Record, one.Keeping.RetainUntil, by.At, cancel)) gone.Add((one.Keeping, one.Record));
        }

        foreach (var (keeping, record) in gone)
        {
            keeping.End(record);
            db.Remove(keeping);
        }

        return gone.Count;
    }, cancel);
}
