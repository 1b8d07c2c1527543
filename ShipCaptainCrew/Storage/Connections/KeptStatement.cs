using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace ShipCaptainCrew.Storage.Connections;

/// <summary>A prepared statement of a <see cref="KeptConnection"/>.</summary>
internal sealed class KeptStatement : IDisposable
{
    private readonly SqliteCommand prepared;
    private DbDataReader? reader;

    public KeptStatement(SqliteConnection connection, string text)
    {
        prepared = connection.CreateCommand();
        prepared.CommandText = text;
    }

    /// <summary>Whether its last result is still being read.</summary>
    public bool IsBusy => reader is { IsClosed: false };

    public DbDataReader Read(DbCommand command) => reader = With(command, prepared.ExecuteReader);

    public object? Scalar(DbCommand command) => With(command, prepared.ExecuteScalar);

    public int Execute(DbCommand command) => With(command, prepared.ExecuteNonQuery);

    public void Dispose() => prepared.Dispose();

    /// <summary>Executes with the parameters and the transaction of a command with the same text.</summary>
    private T With<T>(DbCommand command, Func<T> execute)
    {
        prepared.Transaction = (SqliteTransaction?)command.Transaction;
        prepared.CommandTimeout = command.CommandTimeout;
        foreach (SqliteParameter parameter in command.Parameters) prepared.Parameters.Add(parameter);
        try
        {
            return execute();
        }
        finally
        {
            // SQLite has copied the values.
            prepared.Parameters.Clear();
        }
    }
}
