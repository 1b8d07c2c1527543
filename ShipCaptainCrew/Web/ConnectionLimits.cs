using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Limits the open connections (setting <c>Limits:Connections</c>) and keeps file descriptors free for the database,
/// emails, and program files that are loaded later: without any, the process would end.
/// </summary>
internal sealed partial class ConnectionLimits
{
    private const int Most = 2000;

    /// <summary>With fewer free file descriptors than this, requests on a new connection are refused.</summary>
    private const int KeptFree = 80;

    /// <summary>With fewer than this, a new connection is closed at once.</summary>
    private const int KeptFreeAlways = 56;

    /// <summary>Marks a connection on which every request is refused.</summary>
    private static readonly object Refused = new();

    private readonly int files = FileLimit() ?? int.MaxValue;
    private int open;

    /// <exception cref="FormatException">The setting is more than half of the files that may be open.</exception>
    public ConnectionLimits(LimitOptions limits)
    {
        if (limits.Connections > files / 2)
            throw new FormatException(
                $"Limits:Connections is {limits.Connections}; it must be at most {files / 2}, half of the files that "
                + "this process may open (ulimit -n).");
        Total = limits.Connections ?? Math.Min(Most, files / 2);
    }

    public int Total { get; }

    /// <summary>How many connections are served; the last tenth only gets 503.</summary>
    private int Served => Total - Math.Max(1, Total / 10);

    /// <summary>Whether to refuse the request, because there are too many connections.</summary>
    public static bool IsRefused(HttpContext http) =>
        http.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(Refused) == true;

    /// <summary>Whether a connection just accepted must be closed, so that file descriptors do not run out.</summary>
    public bool MustClose(ConnectionContext connection) => FreeFiles(connection) < KeptFreeAlways;

    /// <summary>Counts a connection while it is open.</summary>
    public async Task Count(ConnectionContext connection, ConnectionDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref open) > Served || FreeFiles(connection) < KeptFree)
                connection.Items[Refused] = null;
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    /// <summary>
    /// How many more files could be opened when the connection was accepted: the system gives a new file the lowest
    /// free number.
    /// </summary>
    private long FreeFiles(ConnectionContext connection) =>
        connection.Features.Get<IConnectionSocketFeature>() is { } feature ? files - feature.Socket.Handle : files;

    /// <summary>
    /// How many files the process may open (RLIMIT_NOFILE), to which the runtime raises the limit as it starts. Null if
    /// there is no limit or the system does not say.
    /// </summary>
    private static int? FileLimit()
    {
        const string limits = "/proc/self/limits";
        if (!File.Exists(limits)) return null;
        var row = OpenFiles().Match(File.ReadAllText(limits)).Groups[1].Value;
        return int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;
    }

    [GeneratedRegex(@"^Max open files\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex OpenFiles();
}
