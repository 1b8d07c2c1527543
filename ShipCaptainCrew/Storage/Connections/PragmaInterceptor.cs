using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Storage.Connections;

/// <summary>
/// Sets the pragmas of each new connection. <see cref="StartupSequence"/> sets WAL mode once at startup.
/// </summary>
public sealed class PragmaInterceptor : DbConnectionInterceptor
{
    /// <summary>
    /// synchronous=FULL: a signed waiver must survive a power failure, and NORMAL was seen to lose acknowledged
    /// commits.
    /// </summary>
    /// <remarks>secure_delete: erased data must not remain in the file's free pages.</remarks>
    public const string Text = """
        PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;
        PRAGMA wal_autocheckpoint=1000; PRAGMA journal_size_limit=67108864; PRAGMA trusted_schema=OFF;
        PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;
        PRAGMA cache_size=-2000;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
