using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Counts the database queries made on behalf of members; queries of scheduled jobs are left out unless they are
/// included.
/// </summary>
public sealed class QueryCounter(bool includesJobs = false) : DbCommandInterceptor
{
    private int count;

    public async Task<int> During(Func<Task> work)
    {
        var before = count;
        await work();
        return count - before;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDbContext db && (includesJobs || db.MemberId is not null))
            Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }
}
