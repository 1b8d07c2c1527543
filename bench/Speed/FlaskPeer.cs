using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace Bench.Speed;

/// <summary>
/// A plain Flask application with two gunicorn workers on a copy of the product's database (bench/flask), asked the
/// same.
/// </summary>
internal static class FlaskPeer
{
    private const string Python = "/usr/bin/python3";
    private const int Clients = 4;

    /// <summary>What to install; null if everything is there.</summary>
    public static async Task<string?> Missing()
    {
        var start = new ProcessStartInfo(Python, ["-c", "import flask, gunicorn"]) { RedirectStandardError = true };
        using var python = File.Exists(Python) ? Process.Start(start)! : null;
        if (python is not null) await python.WaitForExitAsync();
        return python?.ExitCode == 0 ? null
            : "Flask is not measured: it is not installed (apt-get install python3-flask gunicorn).";
    }

    public static async Task<IReadOnlyList<Result>> Run(Product product, string folder, Effort effort)
    {
        var database = Path.Combine(folder, "flask.db");
        var rows = Copy(product.Database, database);
        await using var server = Start(database);
        var host = $"localhost:{server.Port}";
        await server.Ready("/ready", host);
        var visitor = Visitor.Program(host, rows.Session);
        var counts = new int[Clients];
        string[] states = ["in_progress", "complete", "pending"];
        var page = visitor.Get($"/charters/{rows.Charter}");
        List<Line> lines =
        [
            new(Peers.Flask(ProductLines.Event), Read(visitor.Get($"/events/{rows.Charter}")), Clients),
            new(Peers.Flask(ProductLines.Page), Read(page), Clients),
            new(Peers.Flask(ProductLines.Toggle), Mark, Clients),
        ];
        var results = new List<Result>();
        foreach (var line in lines) results.Add(await Measurement.Run(server, line, effort));
        return results;

        async Task Mark(int client, Connection open)
        {
            var (each, count) = (rows.Items.Count / Clients, counts[client]++);
            var request = visitor.Json("PUT", $"/items/{rows.Items[(client * each) + (count % each)]}",
                new { state = states[count / each % states.Length] });
            (await open.Send(request)).Expect(200);
        }
    }

    private static Func<int, Connection, Task> Read(byte[] request) =>
        async (_, open) => (await open.Send(request)).Expect(200);

    private static ServerProcess Start(string database)
    {
        var port = ServerProcess.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["SCC_DATABASE"] = database,
            ["SCC_PRAGMAS"] = PragmaInterceptor.Text,
        };
        return ServerProcess.Start(port, Path.Combine(AppContext.BaseDirectory, "flask"), environment, Python, "-m",
            "gunicorn", "--workers", "2", "--bind", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
            "app:app");
    }

    /// <summary>Copies the database, adds the audit table, and reads the ids that the requests need.</summary>
    private static (string Session, string Charter, IReadOnlyList<string> Items) Copy(string from, string to)
    {
        using (var product = Open(from))
            Execute(product, $"VACUUM INTO '{to}'");
        using var copy = Open(to);
        Execute(copy, "PRAGMA journal_mode=WAL");
        Execute(copy, """
            CREATE TABLE audit (Seq INTEGER PRIMARY KEY, At INTEGER NOT NULL, MemberId TEXT NOT NULL,
                Kind TEXT NOT NULL, SubjectId TEXT NOT NULL, CharterId TEXT NOT NULL, Was TEXT NOT NULL,
                Became TEXT NOT NULL)
            """);
        var charter = Column(copy, "SELECT CharterId FROM guests GROUP BY CharterId HAVING count(*) = 12")[0];
        return (
            Column(copy, "SELECT s.Id FROM sessions s JOIN members m ON m.PersonId = s.PersonId")[0],
            charter,
            Column(copy, $"""
                SELECT Id FROM checklist_items
                WHERE ChecklistId IN (SELECT Id FROM checklists WHERE CharterId = '{charter}')
                """));
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private static List<string> Column(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        var column = new List<string>();
        while (reader.Read()) column.Add(reader.GetString(0));
        return column;
    }
}
