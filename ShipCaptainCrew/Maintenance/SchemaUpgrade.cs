using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>Migrates the database to this program's schema after a backup. Requires the data folder's lock.</summary>
internal sealed class SchemaUpgrade(StoragePaths storage, AppDbContext db, Backups backups)
{
    public async Task Run(CancellationToken cancel)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any()) return;
        if ((await db.Database.GetAppliedMigrationsAsync(cancel)).Any()) backups.Make();
        ClearMigrationLock();
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>A killed migration leaves its lock row, for which every later migration would wait forever.</summary>
    private void ClearMigrationLock()
    {
        using var file = SqliteFile.Open(storage.Database);
        if (file.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") > 0)
            file.Execute("DELETE FROM __EFMigrationsLock");
    }
}
