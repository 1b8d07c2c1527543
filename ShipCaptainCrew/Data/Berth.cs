using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Keeping;
using ShipCaptainCrew.Data.Starting;
using ShipCaptainCrew.Data.Waivers;

namespace ShipCaptainCrew.Data;

/// <summary>
/// Makes the data folder and its database ready before anything uses them, in the one order that loses nothing: the disk, the
/// lock, a look at the file, the schema, what the schema must hold. What is not sound is refused, in one line.
/// </summary>
public sealed class Berth(Storage storage, DataFolder folder, Ballast ballast, FolderLock theLock, Backups backups, ShipDb db)
{
    /// <summary>For the server: takes the folder for itself until it ends.</summary>
    public Task TakeCharge(CancellationToken cancel = default) => OrRefuse(async () =>
    {
        folder.Make();
        await theLock.Take(cancel);
        await MakeSound(cancel);
    });

    /// <summary>For a command: beside a server all is ready, or will be soon; without one it is made ready as the server would.</summary>
    public Task Prepare(CancellationToken cancel = default) => OrRefuse(async () =>
    {
        folder.Make();
        if (!await theLock.Take(cancel, unneeded: () => IsReady(cancel))) return;
        using (theLock) await MakeSound(cancel);
    });

    private async Task MakeSound(CancellationToken cancel)
    {
        if (!folder.HasRoom) throw new StartRefusedException($"{storage.Directory} has {folder.RoomFree >> 20} MB free; {folder.RoomNeeded >> 20} MB are needed.");
        ballast.TakeIn();
        if (!new Inspection(storage, backups).Passes()) SqliteFile.Create(storage.Database);
        await new Upgrade(storage, db, backups).Run(cancel);
        CheckTheRest();
        Files.Write(storage.BegunMark, "The first start is over: from here on, a missing database is a loss.\n"u8.ToArray());
    }

    private void CheckTheRest()
    {
        using var file = SqliteFile.Open(storage.Database);
        if (file.Version < SqliteFile.LeastVersion) throw new StartRefusedException($"SQLite {file.Version} could tear a WAL file; {SqliteFile.LeastVersion} or later is needed.");
        if (file.Ask<string>("PRAGMA journal_mode=WAL") != "wal") throw new StartRefusedException($"{storage.Database} cannot be kept in WAL mode here.");
        using var seals = new PublicSeals(storage.Keys);
        if (Verification.OfRecent(file, seals) is { } fault) throw new StartRefusedException($"{storage.Database}: {fault} {backups.Advice()}");
    }

    private async Task<bool> IsReady(CancellationToken cancel) =>
        !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();

    private async Task OrRefuse(Func<Task> prepare)
    {
        try
        {
            await prepare();
        }
        catch (Exception failure) when (failure is UnsoundException || StartRefusedException.IsStorage(failure))
        {
            throw StartRefusedException.At(storage.Directory, failure);
        }
    }
}
