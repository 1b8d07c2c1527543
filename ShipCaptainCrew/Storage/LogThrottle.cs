namespace ShipCaptainCrew.Storage;

/// <summary>
/// Logs failures that come in large numbers, such as those of a full disk or of a mail server that is down: at most one
/// line per second and cause, with the number of failures that it stands for.
/// </summary>
public sealed class LogThrottle(TimeProvider clock) : IDisposable
{
    private const string FullDisk = "full disk", Disk = "disk";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Held> causes = [];

    /// <summary>Logs a failure; with its stack trace only if the disk did not cause it.</summary>
    /// <param name="what">
    /// What failed, as a sentence without ids: failures with the same sentence are limited together.
    /// </param>
    /// <param name="details">Which one it is, as a sentence; null if there is only one.</param>
    public void Failed(ILogger log, string what, Exception failure, string? details = null)
    {
        var text = details is null ? what : $"{what} {details}";
        if (StorageFailure.Of(failure) is { } storage)
            Write(log, LogLevel.Error, storage.IsFull ? FullDisk : Disk, $"{text} {storage.Message}");
        else
            Write(log, LogLevel.Error, $"{what} {failure.GetType()}", text, failure);
    }

    /// <param name="cause">Lines with the same cause are limited together.</param>
    public void Write(ILogger log, LogLevel level, string cause, string text, Exception? failure = null)
    {
        lock (gate)
        {
            if (causes.TryGetValue(cause, out var held))
            {
                (held.Log, held.Level, held.Text) = (log, level, text);
                held.Count++;
                return;
            }

            causes.Add(cause, new() { Timer = clock.CreateTimer(_ => Next(cause), null, Interval, Interval) });
        }

        log.Log(level, failure, "{Failure}", text);
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var held in causes.Values) held.Timer.Dispose();
            causes.Clear();
        }
    }

    /// <summary>A second later: logs how often the cause came again, or forgets it.</summary>
    private void Next(string cause)
    {
        Held held;
        int count;
        lock (gate)
        {
            if (!causes.TryGetValue(cause, out held!)) return;
            (count, held.Count) = (held.Count, 0);
            if (count == 0)
            {
                causes.Remove(cause);
                held.Timer.Dispose();
                return;
            }
        }

        if (count == 1) held.Log!.Log(held.Level, "{Failure}", held.Text);
        else held.Log!.Log(held.Level, "{Failure} ({Count} times within a second)", held.Text, count);
    }

    /// <summary>What came within a second after a line of the same cause.</summary>
    private sealed class Held
    {
        public required ITimer Timer { get; init; }

        public ILogger? Log { get; set; }

        public LogLevel Level { get; set; }

        public string Text { get; set; } = "";

        public int Count { get; set; }
    }
}
