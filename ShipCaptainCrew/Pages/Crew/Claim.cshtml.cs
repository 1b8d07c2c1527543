using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Confirmation page for claiming a position, with warnings; also confirms an assigned position.</summary>
public sealed class ClaimPage(AppDbContext db, RoleActions roles, Overlaps overlaps) : SingleCharterPage(db)
{
    [FromRoute(Name = "role")]
    public string RoleName { get; set; } = "";

    public CrewRole Role => WireNames.TryRead<CrewRole>(RoleName, out var role) ? role : default;

    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public bool IsMine => View.Charter.PositionOf(Me.MemberId)?.Role == Role;

    public IEnumerable<CrewRole> OtherRoles => View.Charter.Positions
        .Where(position => position.IsOpen && position.Role != Role && Me.Qualifications.Contains(position.Role))
        .Select(position => position.Role).Distinct();

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!WireNames.TryRead<CrewRole>(RoleName, out var role)) return NotFound();
        var input = await Request.ReadForm();
        if (input.Flag("at_once", false) && await MustAsk(id)) return GoTo(Me.Pages.Charter(id).Claim(role));
        var outcome = await roles.Claim(Me, id, role, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (!WireNames.TryRead<CrewRole>(RoleName, out _)) return NotFound();
        if (Refusal is null && !View.Charter.IsCrewOpen) return Redirect(Back);
        Warnings = await WarningsOf(View.Charter);
        return null;
    }

    /// <summary>A claim by one tap still asks if there is something to warn about.</summary>
    private async Task<bool> MustAsk(Guid id) =>
        await Db.Charter(Me, id) is { } charter && (await WarningsOf(charter)).Count > 0;

    private async Task<IReadOnlyList<Warning>> WarningsOf(Domain.Charters.Charter charter)
    {
        var member = await Db.Members.AsNoTracking().FirstAsync(row => row.Id == Me.MemberId);
        return await overlaps.Of(Me, [member], charter.Plan, charter.Id);
    }
}
