using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Looks the database file over before anybody opens it for good. SQLite takes an empty file for a healthy empty
/// database and writes to a half broken one, so both are refused here, with nothing touched.
/// </summary>
internal sealed class StartupChecks(StoragePaths storage, Backups backups)
{
    private static readonly byte[] Signature = "SQLite format 3\0"u8.ToArray();

    private readonly FileInfo database = new(storage.Database);

    /// <returns>Whether there is a database; false on the very first start.</returns>
    public bool Passes()
    {
        if (!database.Exists || database.Length == 0) return FirstStart();
        if (!HasSignature()) throw Refused("is not a database");
        try
        {
            using var file = SqliteFile.OpenReadOnly(storage.Database);
            return Passes(file);
        }
        catch (SqliteException damage)
        {
            throw Refused($"is damaged ({damage.Message})");
        }
    }

    /// <summary>
    /// The first start leaves a mark. Where that is, or a log of changes without its database, something was lost.
    /// </summary>
    private bool FirstStart()
    {
        var state = database.Exists ? "is empty" : "is missing";
        if (File.Exists(storage.BegunMark)) throw Refused(state);
        if (new FileInfo($"{storage.Database}-wal") is { Exists: true, Length: > 0 })
            throw Refused($"{state} but its -wal file is there");
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

    private StartRefusedException Refused(string why) =>
        new($"{storage.Database} {why}. Nothing was touched. {backups.Advice()}");
}
