using Microsoft.Data.Sqlite;

namespace ShipCaptainCrew.Storage;

/// <summary>
/// Notices commits of other processes, such as <c>operator suspend</c> beside the server. Such a process adds 1 to the
/// database's <c>user_version</c> in its transaction. Changes made by other programs than this one are not noticed.
/// </summary>
public sealed class OutsideChanges(StoragePaths storage, ChangeCounter changes) : IDisposable
{
    private readonly Lock connecting = new();
    private SqliteConnection? connection;
    private SqliteCommand? read;
    private long? version;

    /// <summary>Counts a change of everything if another process committed one since the last call.</summary>
    public void Look()
    {
        lock (connecting)
        {
            var current = Read();
            if (version is { } last && last != current) changes.Raise(ChangeScope.Everything);
            version = current;
        }
    }

    public void Dispose()
    {
        read?.Dispose();
        connection?.Dispose();
    }

    private long Read()
    {
        if (read is null)
        {
            connection = new SqliteConnection(storage.ConnectionString);
            connection.Open();
            read = connection.CreateCommand();
            read.CommandText = "PRAGMA user_version";
            read.Prepare();
        }

        return (long)read.ExecuteScalar()!;
    }
}
