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
/// Erases signed waivers that are past their retention date and not on hold, and writes an erasure certificate for
/// each. Works in batches so that requests do not wait long for the database.
/// </summary>
public sealed class EraseExpiredWaivers(
    AppDbContext db, Change change, WaiverRecordWriter writer, IStringLocalizer<Text> localizer) : IJob
{
    private const int BatchSize = 50;

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var zone = await db.Zone(cancel);
        var today = LocalTime.DateOf(due.Now, zone);
        var (erased, last) = (0, (long?)0L);
        while (last is not null)
        {
            (var count, last) = await EraseBatch(today, last.Value, cancel);
            erased += count;
        }

        return erased == 0 ? null : localizer["Old waivers erased: {0}", erased].Value;
    }

    /// <summary>The certificates are saved as they are written, so the events are raised after the last one.</summary>
    /// <returns>
    /// How many were erased, and the number of the last record checked, or null if there are no more. An altered record
    /// stays and must not stop the later ones.
    /// </returns>
    private Task<(int Erased, long? Last)> EraseBatch(DateOnly today, long after, CancellationToken cancel) =>
        change.Run(async actor =>
    {
        var expired = await (
            from retention in db.WaiverRetentions
            join record in db.Waivers on retention.WaiverId equals record.Id
            where record.Seq > after && retention.RetainUntil < today && retention.HeldAt == null && record.Body != null
            orderby record.Seq
            select new { Retention = retention, Record = record }).Take(BatchSize).ToListAsync(cancel);
        var erased = new List<(WaiverRetention Retention, WaiverRecord Record)>();
        foreach (var item in expired)
        {
            if (await writer.Erase(item.Record, item.Retention.RetainUntil, actor.At, cancel))
                erased.Add((item.Retention, item.Record));
        }

        foreach (var (retention, record) in erased)
        {
            retention.End(record);
            db.Remove(retention);
        }

        return (erased.Count, expired.Count < BatchSize ? null : (long?)expired[^1].Record.Seq);
    }, cancel);
}
