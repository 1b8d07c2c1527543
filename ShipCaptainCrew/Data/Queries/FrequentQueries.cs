using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// The queries of the most frequent changes, such as marking an item, translated to SQL once: EF finds the translation
/// of any other query anew each time by comparing expressions. They read the current operator's rows like all others.
/// </summary>
public static class FrequentQueries
{
    private static readonly Func<AppDbContext, Guid, Task<Charter?>> Charter =
        EF.CompileAsyncQuery((AppDbContext db, Guid id) => db.Charters.FirstOrDefault(row => row.Id == id));

    private static readonly Func<AppDbContext, Guid, Task<Charter?>> CharterToShow = EF.CompileAsyncQuery(
        (AppDbContext db, Guid id) => db.Charters.AsNoTracking().FirstOrDefault(row => row.Id == id));

    private static readonly Func<AppDbContext, Guid, Task<Checklist?>> Checklist = EF.CompileAsyncQuery(
        (AppDbContext db, Guid id) => db.Checklists
            .Include(row => row.Items.OrderBy(item => item.Ordinal)).FirstOrDefault(row => row.Id == id));

    private static readonly Func<AppDbContext, Guid, Task<Checklist?>> ChecklistToShow = EF.CompileAsyncQuery(
        (AppDbContext db, Guid id) => db.Checklists.AsNoTracking()
            .Include(row => row.Items.OrderBy(item => item.Ordinal)).FirstOrDefault(row => row.Id == id));

    private static readonly Func<AppDbContext, Task<LogHead?>> LastOfLog = EF.CompileAsyncQuery(
        (AppDbContext db) => db.Log.AsNoTracking().OrderByDescending(entry => entry.Seq)
            .Select(entry => new LogHead(entry.Seq, entry.Hash)).FirstOrDefault());

    /// <summary>A charter to change.</summary>
    public static Task<Charter?> FindCharter(this AppDbContext db, Guid id) => Charter(db, id);

    /// <summary>A charter to show.</summary>
    public static Task<Charter?> ReadCharter(this AppDbContext db, Guid id) => CharterToShow(db, id);

    /// <summary>A checklist with its items in order, to change.</summary>
    public static Task<Checklist?> FindChecklist(this AppDbContext db, Guid id) => Checklist(db, id);

    /// <summary>A checklist with its items in order, to show.</summary>
    public static Task<Checklist?> ReadChecklist(this AppDbContext db, Guid id) => ChecklistToShow(db, id);

    /// <summary>The latest entry of the operator's log.</summary>
    public static Task<LogHead?> ReadLogHead(this AppDbContext db) => LastOfLog(db);
}

/// <summary>What the next log entry continues.</summary>
public sealed record LogHead(long Seq, byte[] Hash);
