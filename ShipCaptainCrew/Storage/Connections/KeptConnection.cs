using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ShipCaptainCrew.Storage.Connections;

/// <summary>
/// A connection that stays open from its first query on, between queries and between requests, and keeps its prepared
/// statements. Opening one costs a dozen pragmas; preparing a statement costs more than most executions.
/// </summary>
public sealed class KeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>If there are more different statements, all are prepared anew.</summary>
    private const int MostStatements = 400;

    private readonly Dictionary<string, KeptStatement> statements = [];

    /// <summary>Whether a command failed. Such a connection is not used again.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether the next request can use it: it is open, and no transaction was left open.</summary>
    public bool IsReusable => !HasFailed && State == ConnectionState.Open && raw.sqlite3_get_autocommit(Handle) != 0;

    /// <summary>The prepared statement with this text; null if it is being read.</summary>
    internal KeptStatement? Statement(string text)
    {
        if (statements.TryGetValue(text, out var known)) return known.IsBusy ? null : known;
        if (statements.Count >= MostStatements) ForgetStatements();
        return statements[text] = new(this, text);
    }

    /// <summary>Does nothing, because EF closes the connection after each query.</summary>
    public override void Close()
    {
    }

    /// <summary>Closes it.</summary>
    public void Discard()
    {
        ForgetStatements();
        base.Close();
        Dispose();
    }

    private void ForgetStatements()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
    }
}
