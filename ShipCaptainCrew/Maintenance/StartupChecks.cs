using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Checks the database file before it is opened for writing. SQLite accepts an empty file as an empty database and
/// writes to a damaged one, so both are refused here and left unchanged. An unfinished change is undone first. Requires
/// the data folder's lock.
/// </summary>
internal sealed class StartupChecks(StoragePaths storage, Backups backups)
{
    private static readonly byte[] Signature = "SQLite format 3\0"u8.ToArray();

    private readonly FileInfo database = new(storage.Database);

    /// <returns>Whether there is a database; false on the first start.</returns>
    /// <exception cref="StartRefusedException">The database is missing, damaged or another program's.</exception>
    public bool Passes()
    {
        try
        {
            HotJournal.RollBack(storage);
            database.Refresh();
            if (!database.Exists || database.Length == 0) return CheckFirstStart();
            if (!HasSignature()) throw Refused("is not a database");
            using var file = SqliteFile.OpenReadOnly(storage.Database);
            return Passes(file);
        }
        catch (SqliteException damage)
        {
            throw Refused($"is damaged ({damage.Message})");
        }
    }

    /// <summary>
    /// A completed first start, a -wal file, backups or keys without a database mean that data was lost. Keys and
    /// backups are made only after the database.
    /// </summary>
    private bool CheckFirstStart()
    {
        var state = database.Exists ? "is empty" : "is missing";
        if (File.Exists(storage.BegunMark)) throw Refused(state);
        if (new FileInfo($"{storage.Database}-wal") is { Exists: true, Length: > 0 })
            throw Refused($"{state} but its -wal file exists");
        if (backups.All.Count > 0) throw Refused($"{state} but there are backups of it");
        if (Directory.Exists(storage.Keys) && Directory.EnumerateFiles(storage.Keys).Any())
            throw Refused($"{state} but its keys exist");
        return false;
    }

    private bool HasSignature()
    {
        using var file = database.OpenRead();
        Span<byte> start = stackalloc byte[Signature.Length];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(Signature);
    }

    private bool Passes(SqliteFile file)
    {
        var application = file.Scalar<long>("PRAGMA application_id");
        if (application != SqliteFile.ApplicationId) throw Refused("belongs to another program");
        var check = file.Scalar<string>("PRAGMA quick_check(1)");
        return check == "ok" ? true : throw Refused($"is damaged ({check.ReplaceLineEndings(" ")})");
    }

    private StartRefusedException Refused(string problem) =>
        new($"{storage.Database} {problem}. Nothing was changed. {backups.RestoreInstructions()}");
}
