using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ShipCaptainCrew.Storage.Connections;

namespace ShipCaptainCrew.Data;

/// <summary>
/// Gives a context the connection of its service scope at its first query: most requests are answered from memory and
/// need none. Given by <c>UseSqlite</c>, a connection would get EF's functions for REGEXP and decimals again in each
/// context, and SQLite prepares all statements anew when a function is defined. No query here uses these functions.
/// </summary>
internal sealed class RentedConnections : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        RentedOf(eventData.Context) is { } rented
            ? InterceptionResult<DbConnection>.SuppressWithResult(rented.Connection) : result;

    /// <summary>The scope returns it to the pool.</summary>
    public override InterceptionResult ConnectionDisposing(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        RentedOf(eventData.Context) is null ? result : InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionDisposingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(ConnectionDisposing(connection, eventData, result));

    private static RentedConnection? RentedOf(DbContext? context) =>
        (context as AppDbContext)?.Rented;
}
