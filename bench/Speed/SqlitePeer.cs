using System.Diagnostics;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage.Connections;

namespace Bench.Speed;

/// <summary>
/// Bare durable commits: an update of one row and an inserted row, with the product's pragmas and prepared statements,
/// one after the other.
/// </summary>
internal static class SqlitePeer
{
    public static Result Run(string folder, Effort effort)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "peer.db")};Pooling=False");
        connection.Open();
        Execute($"PRAGMA journal_mode=WAL; {PragmaInterceptor.Text}");
        Execute("CREATE TABLE items (Id INTEGER PRIMARY KEY, State TEXT NOT NULL); INSERT INTO items VALUES (1, 'a');");
        Execute("CREATE TABLE entries (Seq INTEGER PRIMARY KEY, At INTEGER NOT NULL, Facts TEXT NOT NULL)");
        var words = (string[])["BEGIN IMMEDIATE", "UPDATE items SET State = 'pending' WHERE Id = 1",
            "INSERT INTO entries (At, Facts) VALUES (1, '{\"item\": 1, \"from\": \"pending\", \"to\": \"complete\"}')",
            "COMMIT"];
        var commands = words.Select(Prepare).ToList();
        var (before, watch, times) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew(), new List<double>());
        while (watch.Elapsed < effort.Longest / 3)
        {
            var start = Stopwatch.GetTimestamp();
            commands.ForEach(command => command.ExecuteNonQuery());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        return new("bare SQLite: commits of two rows", times.Count, cpu, watch.Elapsed.TotalSeconds, times);

        void Execute(string text) => Prepare(text).ExecuteNonQuery();

        SqliteCommand Prepare(string text)
        {
            var command = connection.CreateCommand();
            command.CommandText = text;
            return command;
        }
    }
}
