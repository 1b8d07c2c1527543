using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ShipCaptainCrew.Storage;

/// <summary>Notices wherever the database finds the disk full, in a command or at the commit.</summary>
public sealed class DiskFullInterceptor(DiskReserve diskReserve) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        Notice(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) =>
        Notice(eventData.Exception);

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) =>
        Notice(eventData.Exception);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData,
        CancellationToken cancellationToken = default) =>
        Notice(eventData.Exception);

    private Task Notice(Exception failure)
    {
        if (StorageFailure.Of(failure) is { IsFull: true }) diskReserve.Release();
        return Task.CompletedTask;
    }
}
