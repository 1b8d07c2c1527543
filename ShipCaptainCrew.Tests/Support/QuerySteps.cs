using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Counts the instructions of SQLite's virtual machine, which grow with the rows that queries read, and do not depend
/// on the machine's speed.
/// </summary>
public sealed class QuerySteps : DbCommandInterceptor
{
    /// <summary>Instructions between two counts.</summary>
    private const int Granularity = 50;

    private readonly delegate_progress count;
    private long counted;

    public QuerySteps() => count = _ =>
    {
        Interlocked.Add(ref counted, Granularity);
        return 0;
    };

    public async Task<long> During(Func<Task> work)
    {
        var before = Interlocked.Read(ref counted);
        await work();
        return Interlocked.Read(ref counted) - before;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        raw.sqlite3_progress_handler(((SqliteConnection)command.Connection!).Handle!, Granularity, count, null);
        return ValueTask.FromResult(result);
    }
}
