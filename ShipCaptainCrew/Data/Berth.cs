using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ShipCaptainCrew.Data;

/// <summary>Makes the data folder and its database ready before anything listens.</summary>
public sealed class Berth(Storage storage, ShipDb db)
{
    public async Task Prepare(CancellationToken cancel = default)
    {
        Directory.CreateDirectory(storage.Directory);
        await db.Database.MigrateAsync(cancel);
        await using var connection = new SqliteConnection(storage.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteScalarAsync(cancel);
    }
}
