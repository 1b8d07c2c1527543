using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Confirmation page for releasing one's own position.</summary>
public sealed class ReleasePage(AppDbContext db, RoleActions roles) : SingleCharterPage(db)
{
    [FromRoute(Name = "role")]
    public string RoleName { get; set; } = "";

    public CrewRole Role => WireNames.TryRead<CrewRole>(RoleName, out var role) ? role : default;

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!WireNames.TryRead<CrewRole>(RoleName, out var role)) return NotFound();
        var input = await Request.ReadForm();
        var outcome = await roles.Release(Me, id, role, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() =>
        Task.FromResult<IActionResult?>(
            View.Charter.PositionOf(Me.MemberId)?.Role == Role && RoleName == WireNames.Name(Role)
                ? null
                : Redirect(Back));
}
