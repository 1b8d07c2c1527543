using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// When the last request is done, folds the -wal file into the database and lets SQLite tidy its statistics.
/// </summary>
internal sealed class ShutdownCheckpoint(StoragePaths storage, ILogger<ShutdownCheckpoint> log)
    : IHostedLifecycleService
{
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            using (var pooled = new SqliteConnection(storage.ConnectionString)) SqliteConnection.ClearPool(pooled);
            using var file = SqliteFile.Open(storage.Database);
            file.Execute("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");
        }
        catch (SqliteException failure)
        {
            // All that was acknowledged is in the -wal file, which the next start takes over.
            log.LogWarning("The database was left with its -wal file: {Reason}", failure.Message);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
