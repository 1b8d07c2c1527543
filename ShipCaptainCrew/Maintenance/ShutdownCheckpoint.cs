using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Storage.Connections;

namespace ShipCaptainCrew.Maintenance;

/// <summary>After the last request, writes the -wal file into the database and updates SQLite's statistics.</summary>
internal sealed class ShutdownCheckpoint(
    StoragePaths storage, ConnectionPool connections, ILogger<ShutdownCheckpoint> log)
    : IHostedLifecycleService
{
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            connections.Close();
            using var file = SqliteFile.Open(storage.Database);
            file.Execute("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");
        }
        catch (SqliteException failure)
        {
            // No data is lost: the next start reads the -wal file.
            log.LogWarning("The -wal file was not written into the database: {Reason}", failure.Message);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
