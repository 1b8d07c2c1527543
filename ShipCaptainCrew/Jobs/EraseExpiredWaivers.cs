using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Erases signed waivers whose time is over and that nobody holds, each with a certificate. In batches, so that no
/// person's change waits long.
/// </summary>
public sealed class EraseExpiredWaivers(
    AppDbContext db, Change change, WaiverRecordWriter book, IStringLocalizer<Text> localizer)
    : IJob
{
    private const int OneBatch = 50;

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var zone = await db.Zone(cancel);
        var today = LocalTime.DateOf(due.Now, zone);
        var (erased, last) = (0, (long?)0L);
        while (last is not null)
        {
            (var gone, last) = await EraseBatch(today, last.Value, cancel);
            erased += gone;
        }

        return erased == 0 ? null : localizer["Waivers erased by rule: {0}", erased].Value;
    }

    /// <summary>
    /// The certificates are saved as they are written, so what happened is announced after the last of them.
    /// </summary>
    /// <returns>How many were erased, and the last number looked at where there may be more: what was altered stays,
    /// and must hold up nothing behind it.</returns>
    private Task<(int Erased, long? Last)> EraseBatch(DateOnly today, long after, CancellationToken cancel) =>
        change.Run(async actor =>
    {
        var past = await (
            from retention in db.WaiverRetentions
            join record in db.Waivers on retention.WaiverId equals record.Id
            where record.Seq > after && retention.RetainUntil < today && retention.HeldAt == null && record.Body != null
            orderby record.Seq
            select new { Keeping = retention, Record = record }).Take(OneBatch).ToListAsync(cancel);
        var gone = new List<(WaiverRetention Keeping, WaiverRecord Record)>();
        foreach (var one in past)
        {
            if (await book.Erase(one.Record, one.Keeping.RetainUntil, actor.At, cancel))
                gone.Add((one.Keeping, one.Record));
        }

        foreach (var (retention, record) in gone)
        {
            retention.End(record);
            db.Remove(retention);
        }

        return (gone.Count, past.Count < OneBatch ? null : (long?)past[^1].Record.Seq);
    }, cancel);
}
