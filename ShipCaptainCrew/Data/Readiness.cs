using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ShipCaptainCrew.Data;

/// <summary>Whether requests should come here now.</summary>
public sealed class Readiness(ShipDb db, DataFolder folder, Ballast ballast, IHostApplicationLifetime life)
{
    /// <summary>Why they should not, in a word; null where they should.</summary>
    public async Task<string?> Obstacle(CancellationToken cancel) =>
        life.ApplicationStopping.IsCancellationRequested ? "stopping"
        : !await IsMigrated(cancel) ? "database"
        : !folder.IsWritable() ? "folder"
        : !ballast.LeavesRoom() || !folder.HasRoom ? "room"
        : null;

    private async Task<bool> IsMigrated(CancellationToken cancel)
    {
        try
        {
            var ours = db.Database.GetMigrations().Last();
            return await db.GetService<IHistoryRepository>().GetAppliedMigrationsAsync(cancel) is [.., { MigrationId: var last }] && last == ours;
        }
        catch (Exception failure) when (StorageTrouble.Of(failure) is not null)
        {
            return false;
        }
    }
}
