using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Brings the database to this program's schema, with a backup first. Only ever run under the folder's lock.
/// </summary>
internal sealed class SchemaUpgrade(StoragePaths storage, AppDbContext db, Backups backups)
{
    public async Task Run(CancellationToken cancel)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancel)).Any()) return;
        if ((await db.Database.GetAppliedMigrationsAsync(cancel)).Any()) backups.Make();
        ForgetBrokenMigration();
        await db.Database.MigrateAsync(cancel);
    }

    /// <summary>A migration that was killed leaves a row that every later one would wait on for ever.</summary>
    private void ForgetBrokenMigration()
    {
        using var file = SqliteFile.Open(storage.Database);
        if (file.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") > 0)
            file.Execute("DELETE FROM __EFMigrationsLock");
    }
}
