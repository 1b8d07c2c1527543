using System.Diagnostics;
using System.Globalization;
using ShipCaptainCrew.Storage.Connections;

namespace Bench.Speed;

/// <summary>A plain Flask application with two gunicorn workers (bench/flask), which is asked for the same.</summary>
internal static class FlaskPeer
{
    private const string Python = "/usr/bin/python3";

    /// <summary>What to install; null if everything is there.</summary>
    public static async Task<string?> Missing()
    {
        var start = new ProcessStartInfo(Python, ["-c", "import flask, gunicorn"]) { RedirectStandardError = true };
        using var python = File.Exists(Python) ? Process.Start(start)! : null;
        if (python is not null) await python.WaitForExitAsync();
        return python?.ExitCode == 0 ? null
            : "Flask is not measured: it is not installed (apt-get install python3-flask gunicorn).";
    }

    public static async Task<ServerProcess> Start(string database)
    {
        var port = ServerProcess.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["SCC_DATABASE"] = database,
            ["SCC_PRAGMAS"] = PragmaInterceptor.Text,
        };
        var server = ServerProcess.Start(port, Path.Combine(AppContext.BaseDirectory, "flask"), environment, Python,
            "-m", "gunicorn", "--workers", "2", "--bind",
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "app:app");
        await server.Ready("/ready", Host(server));
        return server;
    }

    /// <summary>The lines that are compared, under the names of the product's.</summary>
    public static IReadOnlyList<Line> Lines(ServerProcess server, FlaskRows rows)
    {
        var visitor = Visitor.Program(Host(server), rows.Session);
        string[] states = ["in_progress", "complete", "pending"];
        var marked = -1;
        return
        [
            Line.Of(ProductLines.Toggle, Mark),
            Line.Of(ProductLines.Event, visitor.Get($"/events/{rows.Charter}")),
            Line.Of(ProductLines.Page, visitor.Get($"/charters/{rows.Charter}")),
        ];

        byte[] Mark()
        {
            var next = Interlocked.Increment(ref marked);
            var state = states[next / rows.Items.Count % states.Length];
            return visitor.Json("PUT", $"/items/{rows.Items[next % rows.Items.Count]}", new { state });
        }
    }

    private static string Host(ServerProcess server) => $"localhost:{server.Port}";
}
