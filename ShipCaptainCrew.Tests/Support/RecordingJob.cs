using System.Collections.Concurrent;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>A duty that only notes when it was done, and fails or does nothing where the test says so.</summary>
public sealed class RecordingJob(JobRecorder tally) : IJob
{
    public Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        tally.Done.Enqueue(due);
        return Task.FromResult(tally.Says(due));
    }
}

/// <summary>What probes did, in its order.</summary>
public sealed class JobRecorder
{
    public ConcurrentQueue<Occurrence> Done { get; } = [];

    /// <summary>What a probe says, unless it throws.</summary>
    public Func<Occurrence, string?> Says { get; set; } = _ => "done";

    public IEnumerable<DateTimeOffset> Times => Done.Select(due => due.At);
}
