using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Makes the data folder and its database ready before anything uses them, in the one order that loses nothing: the
/// disk, the lock, a look at the file, the schema, what the schema must hold. What is not sound is refused, in one
/// line.
/// </summary>
public sealed class StartupSequence(StoragePaths storage, DataFolder folder, DiskReserve diskReserve,
    FolderLock theLock, Backups backups, AppDbContext db)
{
    /// <summary>For the server: takes the folder for itself until it ends.</summary>
    public Task PrepareServer(CancellationToken cancel = default) => OrRefuse(async () =>
    {
        folder.Create();
        await theLock.Take(cancel);
        await PrepareDatabase(cancel);
    });

    /// <summary>
    /// For a command: beside a server all is ready, or will be soon; without one it is made ready as the server would.
    /// </summary>
    public Task PrepareCommand(CancellationToken cancel = default) => OrRefuse(async () =>
    {
        folder.Create();
        if (!await theLock.Take(cancel, unneeded: () => IsReady(cancel))) return;
        using (theLock) await PrepareDatabase(cancel);
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
        PrivateFiles.Write(
            storage.BegunMark, "The first start is over: from here on, a missing database is a loss.\n"u8.ToArray());
    }

    private void CheckDatabase()
    {
        using var file = SqliteFile.Open(storage.Database);
        if (file.Version < SqliteFile.LeastVersion)
            throw new StartRefusedException(
                $"SQLite {file.Version} could tear a WAL file; {SqliteFile.LeastVersion} or later is needed.");
        if (file.Scalar<string>("PRAGMA journal_mode=WAL") != "wal")
            throw new StartRefusedException($"{storage.Database} cannot be kept in WAL mode here.");
        using var seals = new PublicSeals(storage.Keys);
        if (DatabaseVerification.OfRecent(file, seals) is { } fault)
            throw new StartRefusedException($"{storage.Database}: {fault} {backups.Advice()}");
    }

    private async Task<bool> IsReady(CancellationToken cancel) =>
        !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();

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
