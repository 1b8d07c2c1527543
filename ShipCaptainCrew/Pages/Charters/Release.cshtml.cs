using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Asks once more before a place is given up.</summary>
public sealed class ReleasePage(ShipDb db, RoleActions roles) : CharterScreen(db)
{
    [FromRoute(Name = "role")]
    public string RoleName { get; set; } = "";

    public CrewRole Role => Wire.TryRead<CrewRole>(RoleName, out var role) ? role : default;

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!Wire.TryRead<CrewRole>(RoleName, out var role)) return NotFound();
        var input = await Request.ReadForm();
        var outcome = await roles.Release(Me, id, role, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override Task<IActionResult?> Prepare() =>
        Task.FromResult<IActionResult?>(Sheet.Charter.PlaceOf(Me.MemberId)?.Role == Role && RoleName == Wire.Name(Role) ? null : Redirect(Back));
}
