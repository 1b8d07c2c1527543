using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>Whether the server is ready to receive requests.</summary>
public sealed class Readiness(
    AppDbContext db, DataFolder folder, DiskReserve diskReserve, IHostApplicationLifetime lifetime)
{
    /// <summary>
    /// Why the server is not ready, in one word; null if it is ready. Kept connections could still read a deleted file.
    /// </summary>
    public async Task<string?> Obstacle(CancellationToken cancel) =>
        lifetime.ApplicationStopping.IsCancellationRequested ? "stopping"
        : !folder.HasDatabase || !await IsMigrated(cancel) ? "database"
        : !folder.IsWritable() ? "folder"
        : !diskReserve.HasSpace() || !folder.HasSpace ? "room"
        : null;

    private async Task<bool> IsMigrated(CancellationToken cancel)
    {
        try
        {
            // Each id is compared, because one migration has a later date than those that were added after it.
            return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
            return false;
        }
    }
}
