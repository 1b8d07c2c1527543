using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Jobs;

/// <summary>What happens by itself, for the owner: when it was done, what came of it, when it is due.</summary>
public sealed class JobsPage(JobLog log, TimeProvider clock) : AppPage
{
    private static readonly TimeSpan Asleep = TimeSpan.FromMinutes(5);

    public IReadOnlyList<JobLine> Lines { get; private set; } = [];

    public DateTimeOffset? LastTick => log.LastTick;

    public bool IsAsleep => clock.GetUtcNow() - LastTick > Asleep;

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepOrders)) return StatusCode(StatusCodes.Status403Forbidden);
        Lines = await log.Of(Me);
        return Page();
    }

    /// <summary>
    /// Why something of the house failed is for whoever runs the server: there may be names of folders in it.
    /// </summary>
    public LocalizedText? Did(JobLine line, JobRun run) => run.State switch
    {
        RunState.Skipped => "the ship was down, or not there yet",
        RunState.Failed when line.Job.IsInstallationWide => null,
        _ => run.Summary is { } did ? new LocalizedText("{0}", did) : null,
    };
}
