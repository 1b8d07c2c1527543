using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bench.Speed;

/// <summary>A web server that only answers with a fixed text: the most that any product on it could do.</summary>
internal static class KestrelPeer
{
    public const string Command = "kestrel";

    public static ServerProcess Start(int bytes)
    {
        var port = ServerProcess.FreePort();
        return ServerProcess.Start(port, AppContext.BaseDirectory, new Dictionary<string, string>(), "dotnet",
            "Bench.dll", Command, port.ToString(CultureInfo.InvariantCulture),
            bytes.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Serves until the process is ended.</summary>
    /// <param name="words">The port, and the length of the answer in bytes.</param>
    public static async Task Serve(IReadOnlyList<string> words)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        var text = new string('x', int.Parse(words[1], CultureInfo.InvariantCulture));
        app.MapGet("/", () => Results.Text(text));
        await app.RunAsync($"http://127.0.0.1:{words[0]}");
    }
}
