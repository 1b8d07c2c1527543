using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>Whether requests should come here now.</summary>
public sealed class Readiness(
    AppDbContext db, DataFolder folder, DiskReserve diskReserve, IHostApplicationLifetime life)
{
    /// <summary>Why they should not, in a word; null where they should.</summary>
    public async Task<string?> Obstacle(CancellationToken cancel) =>
        life.ApplicationStopping.IsCancellationRequested ? "stopping"
        : !await IsMigrated(cancel) ? "database"
        : !folder.IsWritable() ? "folder"
        : !diskReserve.HasSpace() || !folder.HasSpace ? "room"
        : null;

    private async Task<bool> IsMigrated(CancellationToken cancel)
    {
        try
        {
            var ours = db.Database.GetMigrations().Last();
            return await db.GetService<IHistoryRepository>()
                .GetAppliedMigrationsAsync(cancel) is [.., { MigrationId: var last }]
                && last == ours;
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
            return false;
        }
    }
}
