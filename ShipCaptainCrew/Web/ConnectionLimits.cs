using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Limits the open connections (setting <c>Limits:Connections</c>), so that the process never runs out of file
/// descriptors, which would end it. The last tenth of the connections only gets 503; beyond them, a connection is
/// closed at once.
/// </summary>
internal sealed partial class ConnectionLimits
{
    private const int Most = 2000;

    /// <summary>Marks a connection on which every request is refused.</summary>
    private static readonly object Refused = new();

    private int open;

    /// <exception cref="FormatException">
    /// The setting is more than half of the files that the process may open. The other half is for the database, which
    /// needs several for each request.
    /// </exception>
    public ConnectionLimits(LimitOptions limits)
    {
        var half = FileLimit() is { } files ? files / 2 : int.MaxValue;
        if (limits.Connections > half)
            throw new FormatException(
                $"Limits:Connections is {limits.Connections}; it must be at most {half}, half of the files that this "
                + "process may open (ulimit -n).");
        Total = limits.Connections ?? Math.Min(Most, half);
    }

    public int Total { get; }

    /// <summary>How many connections are served.</summary>
    private int Served => Total - Math.Max(1, Total / 10);

    /// <summary>Whether to refuse the request, because there are too many connections.</summary>
    public static bool IsRefused(HttpContext http) =>
        http.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(Refused) == true;

    public void Apply(KestrelServerOptions kestrel)
    {
        kestrel.Limits.MaxConcurrentConnections = Total;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => Count(connection, next)));
    }

    private async Task Count(ConnectionContext connection, ConnectionDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref open) > Served) connection.Items[Refused] = null;
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

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
