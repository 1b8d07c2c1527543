using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Waits for what another thread or process does.</summary>
public static class Waiting
{
    /// <summary>
    /// When a wait is given up, so that a failing test ends. It is long because a busy machine is no failure; no test
    /// depends on how long something takes.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>How long a loop pauses before it looks again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <exception cref="TimeoutException">The condition did not become true.</exception>
    public static Task Until(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string condition = "") =>
        Until(() => Task.FromResult(holds()), condition: condition);

    /// <param name="holds">The condition.</param>
    /// <param name="between">What to do before looking again; a pause by default.</param>
    /// <param name="condition">The condition's source text, for the error message.</param>
    /// <exception cref="TimeoutException">The condition did not become true.</exception>
    public static async Task Until(Func<Task<bool>> holds, Func<Task>? between = null,
        [CallerArgumentExpression(nameof(holds))] string condition = "")
    {
        for (var waited = Stopwatch.StartNew(); !await holds(); await (between?.Invoke() ?? Task.Delay(Pause)))
            if (waited.Elapsed > Limit) throw new TimeoutException($"Not true within {Limit}: {condition}");
    }

    /// <exception cref="TimeoutException">The task did not end.</exception>
    public static Task WithinLimit(this Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <exception cref="TimeoutException">The task did not end.</exception>
    public static Task<T> WithinLimit<T>(this Task<T> task) =>
        task.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
