using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Counts the commands that go to the database on some member's behalf; what the ship's own clock does meanwhile is
/// left out, unless it is asked about.
/// </summary>
public sealed class QueryCounter(bool ofTheClock = false) : DbCommandInterceptor
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
        if (eventData.Context is AppDbContext db && (ofTheClock || db.MemberId is not null))
            Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }
}
