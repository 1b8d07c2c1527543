using Microsoft.Data.Sqlite;

namespace ShipCaptainCrew.Storage;

/// <summary>
/// A database file, spoken to without the model: what is asked here must also hold for a copy, an older schema or a
/// damaged file.
/// </summary>
public sealed class SqliteFile : IDisposable
{
    /// <summary>"SCCr" in the file's header tells our databases from anybody else's.</summary>
    public const int ApplicationId = 0x53434372;

    /// <summary>Before this one, a WAL file reset under a reader could corrupt the database.</summary>
    public static readonly Version LeastVersion = new(3, 51, 3);

    /// <summary>
    /// How long a copy waits for others to unlock the database. They lock it for milliseconds; a slow disk takes
    /// longer.
    /// </summary>
    private static readonly TimeSpan CopyWait = TimeSpan.FromMinutes(1);

    private readonly SqliteConnection connection;

    private SqliteFile(string source, SqliteOpenMode mode)
    {
        connection =
            new(
                new SqliteConnectionStringBuilder {
                    DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
    }

    public Version Version => Version.Parse(connection.ServerVersion);

    public static SqliteFile Open(string path) => new(path, SqliteOpenMode.ReadWrite);

    /// <summary>
    /// Opens it without leaving a trace. Changes not yet taken over from the -wal file are seen; where there are none,
    /// SQLite is told that nobody writes, or it would make a -wal file just to look.
    /// </summary>
    public static SqliteFile OpenReadOnly(string path) => new FileInfo($"{path}-wal") is { Exists: true, Length: > 0 }
        ? new(path, SqliteOpenMode.ReadOnly)
        : new($"{new Uri(path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);

    /// <summary>A new database that says whose it is from its first page on.</summary>
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
    /// A consistent copy, while others read and write. Where a connection that opens or closes has locked the database,
    /// SQLite waits and tries again: <see cref="SqliteConnection.BackupDatabase(SqliteConnection)"/>, unlike a command,
    /// does not retry by itself.
    /// </summary>
    public void CopyTo(string path)
    {
        Execute($"PRAGMA busy_timeout={CopyWait.TotalMilliseconds:F0}");
        using var copy = new SqliteFile(path, SqliteOpenMode.ReadWriteCreate);
        connection.BackupDatabase(copy.connection);
        copy.Execute("PRAGMA journal_mode=DELETE");
    }

    public void Dispose() => connection.Dispose();
}
