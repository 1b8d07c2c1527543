using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages;

/// <summary>What happens by itself, for the owner: when it was done, what came of it, when it is due.</summary>
public sealed class DutiesPage(DutyLog log, TimeProvider clock) : ShipPage
{
    private static readonly TimeSpan Asleep = TimeSpan.FromMinutes(5);

    public IReadOnlyList<DutyLine> Lines { get; private set; } = [];

    public DateTimeOffset? LastTick => log.LastTick;

    public bool IsAsleep => clock.GetUtcNow() - LastTick > Asleep;

    public async Task<IActionResult> OnGet()
    {
        if (!Me.May(Right.KeepOrders)) return StatusCode(StatusCodes.Status403Forbidden);
        Lines = await log.Of(Me);
        return Page();
    }

    /// <summary>Why something of the house failed is for whoever runs the server: there may be names of folders in it.</summary>
    public Words? Did(DutyLine line, DutyRun run) => run.State switch
    {
        RunState.Skipped => "the ship was down, or not there yet",
        RunState.Failed when line.Duty.IsOfTheHouse => null,
        _ => run.Did is { } did ? new Words("{0}", did) : null,
    };
}
