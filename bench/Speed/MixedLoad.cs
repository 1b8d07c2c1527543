namespace Bench.Speed;

/// <summary>Reads of ten charters amid steady changes: each client marks an item after ten reads.</summary>
internal static class MixedLoad
{
    private const int Clients = 4;
    private const int Reads = 10;

    public static async Task<IReadOnlyList<Result>> Run(ServerProcess server, SampleOperator sample, Effort effort)
    {
        var (charters, program) = (sample.Booked, sample.Owner.Visitor);
        var taps = charters.Select(charter => new Taps(charter, Clients)).ToList();
        var reads = charters.Select(charter => program.Get($"/api/events/{charter.Id}")).ToList();
        var counts = new int[Clients];
        var line = new Line($"{ProductLines.Event}, with 1 toggle to {Reads} reads over {charters.Count} charters",
            async (client, open) =>
            {
                var count = counts[client]++;
                var request = count % (Reads + 1) == 0
                    ? taps[count / (Reads + 1) % charters.Count].NextRequest(program, client)
                    : reads[(count + client) % charters.Count];
                (await open.Send(request)).Expect(200);
            }, Clients);
        var result = await Measurement.Run(server, line, effort);
        Console.WriteLine(result.Row);
        SpeedTable.Print($"| … its whole CPU for each read | {result.CpuEach * (Reads + 1) / Reads:F3} | | | | |");
        return [result];
    }
}
