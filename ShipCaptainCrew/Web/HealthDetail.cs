using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>
/// The state of the installation for a monitoring program: figures and words without names or addresses. It is read at
/// most every five seconds, because anybody may ask.
/// </summary>
internal sealed class HealthDetail(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim reading = new(1);
    private (long At, InstallationState State)? last;

    public async Task<IResult> Answer(CancellationToken cancel)
    {
        var state = await Read(cancel);
        return Results.Json(
            new
            {
                status = state.Problems.Count == 0 ? "ok" : "attention",
                problems = state.Problems,
                backup = new
                {
                    newest_at = Text(state.Backup?.Newest),
                    failing_since = Text(state.Backup?.FailingSince),
                },
                emails = new { waiting = state.Emails?.Waiting, unreadable = state.Emails?.Unreadable },
                schedule = new { last_run_at = Text(state.LastTick) },
            },
            statusCode: state.Problems.Count == 0
                ? StatusCodes.Status200OK
                : StatusCodes.Status503ServiceUnavailable);
    }

    public void Dispose() => reading.Dispose();

    private async Task<InstallationState> Read(CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            if (last is not { } known || clock.GetElapsedTime(known.At) >= CacheTime)
            {
                await using var scope = scopes.CreateAsyncScope();
                var health = scope.ServiceProvider.GetRequiredService<InstallationHealth>();
                last = known = (clock.GetTimestamp(), await health.Read(cancel));
            }

            return known.State;
        }
        finally
        {
            reading.Release();
        }
    }

    private static string? Text(DateTimeOffset? at) => at is { } instant ? WireTime.Text(instant) : null;
}
