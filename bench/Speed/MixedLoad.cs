namespace Bench.Speed;

/// <summary>Reads of ten charters amid steady changes: one toggle to ten reads.</summary>
internal static class MixedLoad
{
    public const string Reads = "event JSON amid toggles (1 to 10 reads, 10 charters)";
    private const int ReadsPerToggle = 10;
    private const int Charters = 10;

    /// <summary>
    /// The processor time for each read: that of everything, without what as many toggles cost by themselves.
    /// </summary>
    public static async Task<Result> Run(ServerProcess server, Sample sample, Result toggle, Effort effort)
    {
        var (charters, program, count) = (sample.Charters.Skip(2).Take(Charters).ToList(), sample.Owner.Visitor, -1);
        var reads = charters.Select(charter => program.Get(Sample.JsonOf(charter))).ToList();
        var all = await Measurement.Run(server, Line.Of(Reads, Next), effort);
        var toggles = all.Count / (ReadsPerToggle + 1);
        return all with { Count = all.Count - toggles, Cpu = all.Cpu - (toggles * toggle.CpuEach) };

        byte[] Next()
        {
            var next = (uint)Interlocked.Increment(ref count);
            var charter = (int)(next / (ReadsPerToggle + 1) % Charters);
            return next % (ReadsPerToggle + 1) == 0
                ? charters[charter].Taps.NextRequest(program)
                : reads[(int)(next % Charters)];
        }
    }
}
