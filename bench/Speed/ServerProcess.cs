using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Bench.Speed;

/// <summary>
/// A server on 127.0.0.1 in a process of its own, with the processes that it starts. It ends with the benchmark at the
/// latest.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The unit of the times in /proc/PID/stat: 100 a second on Linux.</summary>
    private const double MillisecondsPerTick = 10;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly List<string> output = [];

    private ServerProcess(Process process, int port)
    {
        (this.process, Port) = (process, port);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public int Port { get; }

    /// <summary>The processor time, user and system, of the process and its children, in milliseconds.</summary>
    public double Cpu => Tree(process.Id).Sum(id => Stat(id, 13) + Stat(id, 14)) * MillisecondsPerTick;

    /// <summary>The resident memory of the process and its children, in MB.</summary>
    public double Megabytes => Tree(process.Id).Sum(id => Stat(id, 23)) * Environment.SystemPageSize / 1e6;

    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static ServerProcess Start(
        int port, string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!, port);
    }

    /// <summary>Waits until the address answers 200, and returns how long it took since the process started.</summary>
    public async Task<TimeSpan> Ready(string path, string host)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < LongestStart && !process.HasExited;)
        {
            if (await Answers(path, host)) return TimeProvider.System.GetLocalNow().DateTime - process.StartTime;
            await Task.Delay(10);
        }

        throw new TimeoutException($"The server did not start. {string.Join(' ', output.TakeLast(5))}");
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        Kill(null, EventArgs.Empty);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        process.Dispose();
    }

    private async Task<bool> Answers(string path, string host)
    {
        try
        {
            using var connection = new Connection(Port);
            return (await connection.Send(Visitor.Nobody(host).Get(path))).Status == 200;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }

    private void Kill(object? sender, EventArgs arguments)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
        {
            if (line.Data is { } text && output.Count < 1000) output.Add(text);
        }
    }

    private static IEnumerable<int> Tree(int id)
    {
        var children = File.ReadAllText($"/proc/{id}/task/{id}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.Parse(text, CultureInfo.InvariantCulture));
        return children.SelectMany(Tree).Prepend(id);
    }

    /// <param name="field">The number of the field in /proc/PID/stat, from 0.</param>
    private static double Stat(int id, int field)
    {
        var text = File.ReadAllText($"/proc/{id}/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return double.Parse(fields[field - 2], CultureInfo.InvariantCulture);
    }
}
