using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Prepares the data folder and its database in the only order that cannot lose data: check the disk, take the lock,
/// check the file, migrate the schema, verify the content. A problem is refused with a one-line message.
/// </summary>
public sealed class StartupSequence(StoragePaths storage, DataFolder folder, DiskReserve diskReserve,
    FolderLock folderLock, Backups backups, LostKeys lostKeys, AppDbContext db)
{
    /// <summary>For the server: takes the folder's lock, which it holds until the process ends.</summary>
    public Task PrepareServer(CancellationToken cancel = default) => OrRefuse(async () =>
    {
        folder.Create();
        await folderLock.Take(cancel);
        await PrepareDatabase(cancel);
    });

    /// <summary>
    /// For a command: waits for a running server to prepare the database; without a server, prepares it itself.
    /// </summary>
    public Task PrepareCommand(CancellationToken cancel = default) => OrRefuse(async () =>
    {
        folder.Create();
        if (!await folderLock.Take(cancel, unneeded: () => IsReady(cancel))) return;
        using (folderLock) await PrepareDatabase(cancel);
    });

    private async Task PrepareDatabase(CancellationToken cancel)
    {
        if (!folder.HasSpace)
            throw new StartRefusedException(
                $"{storage.Directory} has {folder.FreeBytes >> 20} MB free; {folder.NeededBytes >> 20} MB are needed.");
        diskReserve.Reserve();
        if (!new StartupChecks(storage, backups).Passes()) SqliteFile.Create(storage.Database);
        await new SchemaUpgrade(storage, db, backups).Run(cancel);
        CheckDatabase();
        lostKeys.Refresh();
        PrivateFiles.Write(
            storage.BegunMark, "The first start is complete: a missing database is now a data loss.\n"u8.ToArray());
    }

    private void CheckDatabase()
    {
        using var file = SqliteFile.Open(storage.Database);
        if (file.Version < SqliteFile.LeastVersion)
            throw new StartRefusedException(
                $"SQLite {file.Version} can corrupt a WAL file; {SqliteFile.LeastVersion} or later is needed.");
        if (file.Scalar<string>("PRAGMA journal_mode=WAL") != "wal")
            throw new StartRefusedException($"{storage.Database} cannot be used in WAL mode on this disk.");
        using var seals = new PublicSeals(storage.Keys);
        if (DatabaseVerification.OfRecent(file, seals) is { } fault)
            throw new StartRefusedException($"{storage.Database}: {fault} {backups.RestoreInstructions()}");
    }

    private async Task<bool> IsReady(CancellationToken cancel)
    {
        try
        {
            return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is not null)
        {
            // The server is still creating the database.
            return false;
        }
    }

    private async Task OrRefuse(Func<Task> prepare)
    {
        try
        {
            await prepare();
        }
        catch (Exception failure) when (failure is CorruptDataException || StartRefusedException.IsStorage(failure))
        {
            throw StartRefusedException.At(storage.Directory, failure);
        }
    }
}
