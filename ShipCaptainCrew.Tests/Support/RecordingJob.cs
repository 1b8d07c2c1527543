using System.Collections.Concurrent;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>A job that only records its runs; a test can make it fail or report nothing.</summary>
public sealed class RecordingJob(JobRecorder recorder) : IJob
{
    public Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        recorder.Done.Enqueue(due);
        return Task.FromResult(recorder.Says(due));
    }
}

/// <summary>The runs of recording jobs, in order.</summary>
public sealed class JobRecorder
{
    public ConcurrentQueue<Occurrence> Done { get; } = [];

    /// <summary>Gives the summary of a run, or throws to make it fail.</summary>
    public Func<Occurrence, string?> Says { get; set; } = _ => "done";

    public IEnumerable<DateTimeOffset> Times => Done.Select(due => due.At);
}
