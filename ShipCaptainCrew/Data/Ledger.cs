using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data;

/// <summary>Writes what was announced into the operator's one log, in the transaction that does it.</summary>
public sealed class Ledger(IEnumerable<IEcho> echoes)
{
    /// <summary>Saves all that is pending, with its log entries and what they cause.</summary>
    public async Task<IReadOnlyList<News>> Save(ShipDb db, By by, CancellationToken cancel)
    {
        var announced = db.ChangeTracker.Entries<Announcer>().SelectMany(entry => entry.Entity.TakeNews()).ToList();
        var news = announced.Count == 0 ? [] : await Write(db, announced, by, cancel);
        foreach (var echo in echoes) await echo.BeforeCommit(db, news, by, cancel);
        await db.SaveChangesAsync(cancel);
        return news;
    }

    private static async Task<List<News>> Write(ShipDb db, List<Announcement> announced, By by, CancellationToken cancel)
    {
        var last = await db.Log.AsNoTracking().OrderByDescending(entry => entry.Seq).Select(entry => new { entry.Seq, entry.Hash }).FirstOrDefaultAsync(cancel);
        var (seq, hash) = (last?.Seq ?? 0, last?.Hash ?? LogEntry.Genesis);
        var news = new List<News>();
        foreach (var announcement in announced)
        {
            var facts = LogFacts.Write(announcement);
            var entry = new LogEntry(db.OperatorId, ++seq, by, announcement, facts, hash);
            hash = entry.Hash;
            db.Add(entry);
            await Raise(db, announcement.CharterId, seq, cancel);
            news.Add(new(announcement, entry));
        }

        return news;
    }

    private static async Task Raise(ShipDb db, Guid? charterId, long seq, CancellationToken cancel)
    {
        if (charterId is null) return;
        var charter = await db.Charters.FindAsync([db.OperatorId, charterId], cancel);
        charter?.SetRevision(seq);
    }
}
