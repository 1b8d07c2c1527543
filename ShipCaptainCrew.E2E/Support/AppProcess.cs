using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// The real program in its own process, with its own data folder, port and mail server. As a class fixture it is shared
/// by the tests of one class; derive from it to change <see cref="Settings"/>.
/// </summary>
public partial class AppProcess : IAsyncLifetime
{
    private readonly StringBuilder _log = new();
    private TaskCompletionSource _listening = new();
    private Process? _server;

    public AppProcess()
        : this(FreePort())
    {
    }

    /// <summary>Listens on a given port, such as that of an earlier process.</summary>
    internal AppProcess(int port)
    {
        // Browsers accept passkeys for localhost but not for an IP address.
        Address = new Uri($"http://localhost:{port}");
        Settings = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["PublicUrl"] = Address.GetLeftPart(UriPartial.Authority),
            ["Storage__Directory"] = Folder,
            ["Smtp__Host"] = "127.0.0.1",
            ["Smtp__Port"] = $"{Mail.Port}",
            ["Smtp__Security"] = "none",
            // Measuring for later optimization costs a short-lived server more than it gains.
            ["DOTNET_TieredPGO"] = "0",
            ["Limits__Api"] = "1000000",
            ["Limits__Streams"] = "1000000",
            ["Smtp__From"] = "office@charter.example",
        };
    }

    public Uri Address { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("shipcaptaincrew-").FullName;

    public SmtpSink Mail { get; } = new();

    public Dictionary<string, string> Settings { get; }

    /// <summary>The server's output so far.</summary>
    public string Log
    {
        get { lock (_log) return _log.ToString(); }
    }

    /// <summary>The folder of the program to run; the build output by default.</summary>
    public virtual string Home => BuildOutput;

    /// <summary>The app's build output in the configuration of these tests.</summary>
    internal static string BuildOutput { get; } =
        Path.Combine(Root, "ShipCaptainCrew", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            new DirectoryInfo(AppContext.BaseDirectory).Name);

    internal static string Root => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    public virtual async ValueTask InitializeAsync()
    {
        _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _server = Start([]);
        _server.OutputDataReceived += (_, line) => AppendLog(line.Data);
        _server.ErrorDataReceived += (_, line) => AppendLog(line.Data);
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await Task.WhenAny(_listening.Task, _server.WaitForExitAsync(), Task.Delay(Waiting.Limit));
        if (!_listening.Task.IsCompleted)
            throw new InvalidOperationException($"The app did not start listening:\n{Log}");
    }

    /// <summary>Stops the server with a signal and returns its exit code.</summary>
    public async Task<int> Stop(string signal = "TERM")
    {
        using var server = _server ?? throw new InvalidOperationException("The server is not running.");
        if (!server.HasExited) Send(server, signal);
        await server.WaitForExitAsync().WithinLimit();
        _server = null;
        return server.ExitCode;
    }

    /// <summary>Kills the server, as in a power failure.</summary>
    public void Crash()
    {
        using var server = _server ?? throw new InvalidOperationException("The server is not running.");
        server.Kill();
        server.WaitForExit();
        _server = null;
    }

    /// <summary>Keeps the log in TestResults if it has an error in it.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_server is not null) await Stop();
        if (Log.Contains(" fail: ", StringComparison.Ordinal))
        {
            var results = Directory.CreateDirectory(Path.Combine(Root, "TestResults"));
            await File.WriteAllTextAsync(Path.Combine(results.FullName, $"server-{Address.Port}.log"), Log);
        }

        await Mail.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>How many files the server may open; null for the limit of these tests.</summary>
    public int? FileLimit { get; init; }

    private Process Start(string[] arguments)
    {
        string[] command = ["dotnet", Path.Combine(Home, "ShipCaptainCrew.dll"), .. arguments];
        if (FileLimit is { } files) command = ["sh", "-c", $"ulimit -n {files} && exec \"$@\"", "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private void AppendLog(string? line)
    {
        lock (_log) _log.AppendLine(line);
        if (line?.Contains("Now listening on", StringComparison.Ordinal) == true) _listening.TrySetResult();
    }

    private static void Send(Process process, string signal)
    {
        using var kill = OperatingSystem.IsWindows() ? null : Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        if (kill is null) process.Kill();
    }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
