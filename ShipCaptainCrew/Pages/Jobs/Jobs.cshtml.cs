using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Jobs;

/// <summary>The scheduled jobs, for owners: when each last ran, its result, and when it is due.</summary>
public sealed class JobsPage(JobLog log, TimeProvider clock) : AppPage
{
    /// <summary>The scheduler counts as stopped after this long without a tick; it ticks every minute.</summary>
    private static readonly TimeSpan StoppedAfter = TimeSpan.FromMinutes(5);

    public IReadOnlyList<JobLine> Lines { get; private set; } = [];

    public DateTimeOffset? LastTick => log.LastTick;

    public bool IsStopped => clock.GetUtcNow() - LastTick > StoppedAfter;

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepOrders)) return StatusCode(StatusCodes.Status403Forbidden);
        Lines = await log.Of(Me);
        return Page();
    }

    /// <summary>
    /// The result of a run; null if there is none to show. Why an installation-wide job failed is only logged, since it
    /// may name folders on the server.
    /// </summary>
    public LocalizedText? ResultOf(JobLine line, JobRun run) => run.State switch
    {
        RunState.Skipped => "the server was down, or not set up yet",
        RunState.Failed when line.Job.IsInstallationWide => null,
        _ => run.Summary is { } summary ? new LocalizedText("{0}", summary) : null,
    };
}
