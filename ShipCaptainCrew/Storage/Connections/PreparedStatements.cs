using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ShipCaptainCrew.Storage.Connections;

/// <summary>
/// Executes the commands of EF, which makes a new one for each query, by the prepared statements of the connection.
/// </summary>
internal sealed class PreparedStatements : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        !result.HasResult && Find(command) is { } statement
            ? InterceptionResult<DbDataReader>.SuppressWithResult(statement.Read(command)) : result;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(ReaderExecuting(command, eventData, result));
    }

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        !result.HasResult && Find(command) is { } statement
            ? InterceptionResult<object>.SuppressWithResult(statement.Scalar(command)!) : result;

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(ScalarExecuting(command, eventData, result));
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        !result.HasResult && Find(command) is { } statement
            ? InterceptionResult<int>.SuppressWithResult(statement.Execute(command)) : result;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(NonQueryExecuting(command, eventData, result));
    }

    /// <summary>A connection whose command failed is not used for the next request.</summary>
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData)
    {
        if (command.Connection is KeptConnection kept) kept.HasFailed = true;
    }

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        CommandFailed(command, eventData);
        return Task.CompletedTask;
    }

    private static KeptStatement? Find(DbCommand command) =>
        command.Connection is KeptConnection { HasFailed: false } kept ? kept.Statement(command.CommandText) : null;
}
