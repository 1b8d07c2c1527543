using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;

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
    public string? Did(DutyLine line, DutyRun run) => line.Duty.IsOfTheHouse && run.State == RunState.Failed ? null : run.Did;
}
