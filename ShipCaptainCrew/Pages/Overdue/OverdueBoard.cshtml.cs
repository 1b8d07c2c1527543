using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Charters;

namespace ShipCaptainCrew.Pages.Overdue;

/// <summary>The overdue banner, which every open page of the office requests each minute.</summary>
public sealed class OverdueBoardPage(OverdueCharters board, TimeProvider clock) : AppPage
{
    public async Task<IActionResult> OnGet() => Me.IsOffice
        ? new Fragment<OverdueBanner>(new { Boats = await board.Missing(), Viewer = Me, Now = clock.GetUtcNow() })
        : StatusCode(StatusCodes.Status403Forbidden);
}
