namespace Bench.Speed;

/// <summary>Measures what the product is compared with, after its server has stopped.</summary>
internal static class Peers
{
    public static string Flask(string name) => $"Flask: {name}";

    public static async Task<IReadOnlyList<Result>> Run(
        Product product, string folder, Effort effort)
    {
        List<Result> all = [await Kestrel(effort), SqlitePeer.Run(folder, effort)];
        all.ForEach(result => Console.WriteLine(result.Row));
        if (await FlaskPeer.Missing() is { } missing)
        {
            Console.WriteLine(missing);
            return all;
        }

        foreach (var result in await FlaskPeer.Run(product, folder, effort))
        {
            Console.WriteLine(result.Row);
            all.Add(result);
        }

        return all;
    }

    private static async Task<Result> Kestrel(Effort effort)
    {
        await using var server = KestrelPeer.Start(20_000);
        var host = $"localhost:{server.Port}";
        await server.Ready("/", host);
        var request = Visitor.Nobody(host).Get("/");
        return await Measurement.Run(server,
            new("bare Kestrel: 20 kB of text", async (_, open) => (await open.Send(request)).Expect(200)), effort);
    }
}
