using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Asks once more before a place is taken, with what speaks against it; also confirms one the office had given.</summary>
public sealed class ClaimPage(ShipDb db, RoleActions roles, Overlaps overlaps) : CharterScreen(db)
{
    [FromRoute(Name = "role")]
    public string RoleName { get; set; } = "";

    public CrewRole Role => Wire.TryRead<CrewRole>(RoleName, out var role) ? role : default;

    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public bool IsMine => Sheet.Charter.PlaceOf(Me.MemberId)?.Role == Role;

    public IEnumerable<CrewRole> OtherRoles => Sheet.Charter.Places
        .Where(place => place.IsOpen && place.Role != Role && Me.Qualifications.Contains(place.Role))
        .Select(place => place.Role).Distinct();

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!Wire.TryRead<CrewRole>(RoleName, out var role)) return NotFound();
        var input = await Request.ReadForm();
        var outcome = await roles.Claim(Me, id, role, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Wire.TryRead<CrewRole>(RoleName, out _)) return NotFound();
        var member = await Db.Members.AsNoTracking().FirstAsync(row => row.Id == Me.MemberId);
        Warnings = await overlaps.Of(Me, [member], Sheet.Charter.Plan, Sheet.Charter.Id);
        return null;
    }
}
