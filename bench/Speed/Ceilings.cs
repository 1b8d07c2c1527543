namespace Bench.Speed;

/// <summary>What no product on this machine could exceed: a bare web server, and bare commits.</summary>
internal static class Ceilings
{
    public static async Task Run(string folder, Effort effort, ReportTable requests)
    {
        requests.Add((await Kestrel(effort)).Row);
        requests.Add(SqlitePeer.Run(folder, effort).Row);
    }

    private static async Task<Result> Kestrel(Effort effort)
    {
        await using var server = KestrelPeer.Start(20_000);
        var host = $"localhost:{server.Port}";
        await server.Ready("/", host);
        return await Measurement.Run(
            server, Line.Of("bare Kestrel: 20 kB of text", Visitor.Nobody(host).Get("/")), effort);
    }
}
