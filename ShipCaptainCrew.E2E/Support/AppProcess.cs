using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// The real program as a process of its own, with its own data folder, port and mail server.
/// As a class fixture it is shared by the journeys of one class; derive from it to set <see cref="Settings"/>.
/// </summary>
public class AppProcess : IAsyncLifetime
{
    private readonly StringBuilder _log = new();
    private TaskCompletionSource _listening = new();
    private Process? _server;

    public AppProcess()
        : this(FreePort())
    {
    }

    /// <summary>At a port that clients know already.</summary>
    internal AppProcess(int port)
    {
        // Passkeys know localhost but no bare addresses, so people come by that name.
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
            ["Limits__Api"] = "1000000",
            ["Limits__Streams"] = "1000000",
            ["Smtp__From"] = "office@charter.example",
        };
    }

    public Uri Address { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("shipcaptaincrew-").FullName;

    public SmtpSink Mail { get; } = new();

    public Dictionary<string, string> Settings { get; }

    /// <summary>What the server has said so far.</summary>
    public string Log
    {
        get { lock (_log) return _log.ToString(); }
    }

    /// <summary>Where the program to run stands; the build's own output unless told otherwise.</summary>
    public virtual string Home => BuildOutput;

    /// <summary>The same configuration of the app as of these tests.</summary>
    internal static string BuildOutput { get; } =
        Path.Combine(Root, "ShipCaptainCrew", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            new DirectoryInfo(AppContext.BaseDirectory).Name);

    internal static string Root => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    public virtual async ValueTask InitializeAsync()
    {
        _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _server = Start([]);
        _server.OutputDataReceived += (_, line) => Note(line.Data);
        _server.ErrorDataReceived += (_, line) => Note(line.Data);
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await Task.WhenAny(_listening.Task, _server.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(60)));
        if (!_listening.Task.IsCompleted)
            throw new InvalidOperationException($"The app did not start listening:\n{Log}");
    }

    /// <summary>
    /// Runs a command line beside the server, as <c>operator create …</c>, and gives its standard output.
    /// </summary>
    public async Task<string> Command(params string[] arguments)
    {
        var (code, output, errors) = await Run(arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {errors}");
    }

    /// <summary>Runs the program, as a command or as a server that will not start, to its end.</summary>
    public async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    /// <summary>Starts a server and kills it that long afterwards, whatever it is doing.</summary>
    public async Task RunAndKill(TimeSpan after)
    {
        using var process = Start([]);
        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks the server to stop as a host would, and gives its exit code.</summary>
    public async Task<int> Stop(string signal = "TERM")
    {
        using var server = _server ?? throw new InvalidOperationException("The ship is not under way.");
        if (!server.HasExited) Send(server, signal);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await server.WaitForExitAsync(limit.Token);
        _server = null;
        return server.ExitCode;
    }

    /// <summary>Takes the server away without a word, as a power cut would.</summary>
    public void Crash()
    {
        using var server = _server ?? throw new InvalidOperationException("The ship is not under way.");
        server.Kill();
        server.WaitForExit();
        _server = null;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_server is not null) await Stop();
        await Mail.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Home, "ShipCaptainCrew.dll"), .. arguments])
        {
            WorkingDirectory = Home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private void Note(string? line)
    {
        lock (_log) _log.AppendLine(line);
        if (line?.Contains("Now listening on", StringComparison.Ordinal) == true) _listening.TrySetResult();
    }

    private static void Send(Process process, string signal)
    {
        using var kill = OperatingSystem.IsWindows() ? null : Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        if (kill is null) process.Kill();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
