using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Records how SQLite finds the rows of each query, as EXPLAIN QUERY PLAN says.</summary>
public sealed class QueryPlans : DbCommandInterceptor
{
    private ConcurrentQueue<QueryPlan>? plans;

    public async Task<IReadOnlyList<QueryPlan>> During(Func<Task> work)
    {
        plans = [];
        await work();
        return [.. Interlocked.Exchange(ref plans, null)!];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        plans?.Enqueue(new(command.CommandText, Explain(command)));
        return ValueTask.FromResult(result);
    }

    private static List<string> Explain(DbCommand command)
    {
        using var explain = command.Connection!.CreateCommand();
        (explain.CommandText, explain.Transaction) = ($"EXPLAIN QUERY PLAN {command.CommandText}", command.Transaction);
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        using var steps = explain.ExecuteReader();
        var texts = new List<string>();
        while (steps.Read()) texts.Add(steps.GetString(3));
        return texts;
    }
}
