using System.Diagnostics;
using System.Globalization;

namespace Bench.Speed;

/// <summary>The published product: its commands, and its server with all limits raised.</summary>
/// <param name="App">The folder that it was published to.</param>
/// <param name="Data">Its data folder.</param>
internal sealed record Product(string App, string Data)
{
    private const string Program = "ShipCaptainCrew.dll";

    private static readonly string[] Limits =
    [
        "SignIn", "Letters", "FailedTries", "Passkey", "Open", "Guest", "Api", "Streams", "StreamsByAddress", "Exports",
        "Invitations",
    ];

    public int Port { get; init; } = ServerProcess.FreePort();

    public string Host => $"localhost:{Port}";

    public string Database => Path.Combine(Data, "shipcaptaincrew.db");

    public string Mail => Path.Combine(Data, "mail");

    /// <summary>The server, once it is ready, and the time that took.</summary>
    public async Task<(ServerProcess Server, TimeSpan Start)> Serve()
    {
        var server = ServerProcess.Start(Port, App, Settings(), "dotnet", Program);
        try
        {
            return (server, await server.Ready("/healthz/ready", Host));
        }
        catch (TimeoutException)
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command to its end and returns what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> Run(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words])
        {
            WorkingDirectory = App,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return process.ExitCode == 0 ? output.TrimEnd()
            : throw new InvalidOperationException($"{string.Join(' ', words)}: {output}{await errors}");
    }

    private Dictionary<string, string> Settings()
    {
        var settings = Limits.ToDictionary(limit => $"Limits__{limit}", _ => "100000000");
        settings["Limits__Connections"] = OpenFiles.HalfOfLimit.ToString(CultureInfo.InvariantCulture);
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port}";
        settings["PublicUrl"] = $"http://{Host}";
        settings["Storage__Directory"] = Data;
        return settings;
    }
}
