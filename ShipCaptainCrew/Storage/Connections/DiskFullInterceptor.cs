using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ShipCaptainCrew.Storage.Connections;

/// <summary>Releases the disk reserve when a command or a commit fails because the disk is full.</summary>
public sealed class DiskFullInterceptor(DiskReserve diskReserve) : DbCommandInterceptor, IDbTransactionInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        ReleaseIfFull(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) =>
        ReleaseIfFull(eventData.Exception);

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) =>
        ReleaseIfFull(eventData.Exception);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData,
        CancellationToken cancellationToken = default) =>
        ReleaseIfFull(eventData.Exception);

    private Task ReleaseIfFull(Exception failure)
    {
        if (StorageFailure.Of(failure) is { IsFull: true }) diskReserve.Release();
        return Task.CompletedTask;
    }
}
