using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>Whether the server is ready to receive requests.</summary>
public sealed class Readiness(
    AppDbContext db, DataFolder folder, DiskReserve diskReserve, IHostApplicationLifetime lifetime)
{
    /// <summary>Why the server is not ready, in one word; null if it is ready.</summary>
    public async Task<string?> Obstacle(CancellationToken cancel) =>
        lifetime.ApplicationStopping.IsCancellationRequested ? "stopping"
        : !await IsMigrated(cancel) ? "database"
        : !folder.IsWritable() ? "folder"
        : !diskReserve.HasSpace() || !folder.HasSpace ? "room"
        : null;

    private async Task<bool> IsMigrated(CancellationToken cancel)
    {
        try
        {
            var expected = db.Database.GetMigrations().Last();
            var applied = await db.GetService<IHistoryRepository>().GetAppliedMigrationsAsync(cancel);
            return applied is [.., { MigrationId: var last }] && last == expected;
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
            return false;
        }
    }
}
