using Microsoft.Data.Sqlite;

namespace ShipCaptainCrew.Storage;

/// <summary>
/// A database file accessed without the EF model, so that it also works on copies, older schemas and damaged files.
/// </summary>
public sealed class SqliteFile : IDisposable
{
    /// <summary>"SCCr" in the file's header, which identifies the database as this program's.</summary>
    public const int ApplicationId = 0x53434372;

    /// <summary>Before this version, resetting the WAL file during a read could corrupt the database.</summary>
    public static readonly Version LeastVersion = new(3, 51, 3);

    /// <summary>How long a copy waits for a lock. Locks last milliseconds, or longer on a slow disk.</summary>
    private static readonly TimeSpan CopyWait = TimeSpan.FromMinutes(1);

    private readonly SqliteConnection connection;

    private SqliteFile(string source, SqliteOpenMode mode)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 5,
        };
        connection = new(settings.ToString());
        // SQLite would create the file with the permissions of the umask, and its -wal and -shm files get the same.
        if (mode == SqliteOpenMode.ReadWriteCreate && !File.Exists(source)) CreateEmpty(source);
        connection.Open();
    }

    public Version Version => Version.Parse(connection.ServerVersion);

    public static SqliteFile Open(string path) => new(path, SqliteOpenMode.ReadWrite);

    /// <summary>
    /// Opens the file without changing anything on the disk. Changes that are still in the -wal file are read too. If
    /// there are none, the file is opened as immutable, because SQLite would otherwise create a -wal file.
    /// </summary>
    public static SqliteFile OpenReadOnly(string path) => new FileInfo($"{path}-wal") is { Exists: true, Length: > 0 }
        ? new(path, SqliteOpenMode.ReadOnly)
        : new($"{new Uri(path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>Creates an empty database in WAL mode with this program's application id.</summary>
    public static void Create(string path)
    {
        using var file = new SqliteFile(path, SqliteOpenMode.ReadWriteCreate);
        file.Execute($"PRAGMA application_id={ApplicationId}; PRAGMA journal_mode=WAL;");
    }

    public T Scalar<T>(string sql) => Query(sql, row => row.GetFieldValue<T>(0)).First();

    public bool HasTable(string table) =>
        Scalar<long>($"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'") > 0;

    public IEnumerable<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return read(rows);
    }

    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Makes a consistent copy while other connections read and write. The busy timeout makes SQLite wait for a
    /// connection that locks the database as it opens or closes, because <see
    /// cref="SqliteConnection.BackupDatabase(SqliteConnection)"/>, unlike a command, does not retry.
    /// </summary>
    public void CopyTo(string path)
    {
        Execute($"PRAGMA busy_timeout={CopyWait.TotalMilliseconds:F0}");
        using var copy = new SqliteFile(path, SqliteOpenMode.ReadWriteCreate);
        connection.BackupDatabase(copy.connection);
        copy.Execute("PRAGMA journal_mode=DELETE");
    }

    public void Dispose() => connection.Dispose();

    /// <summary>Does not truncate a file that another process creates at the same time.</summary>
    private static void CreateEmpty(string path) => PrivateFiles.Open(path, new()
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.Write,
        Share = FileShare.ReadWrite,
    }).Dispose();
}
