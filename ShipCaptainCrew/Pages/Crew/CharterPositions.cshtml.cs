using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Crew;

/// <summary>Assigns and unassigns crew, for the office and the captain.</summary>
public sealed class AssignPage(AppDbContext db, RoleActions roles, CrewList crewList) : SingleCharterPage(db)
{
    private List<Member> members = [];

    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public IEnumerable<Member> Free(CrewRole role) =>
        members.Where(member => member.Is(role) && View.Charter.PositionOf(member.Id) is null);

    public Task<IActionResult> OnPost(Guid id) => Act(id, roles.Claim);

    public Task<IActionResult> OnPostRelease(Guid id) => Act(id, roles.Release);

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Right.AssignCrew, View.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        if (Refusal is null && !View.Charter.IsCrewOpen) return Redirect(Back);
        members = await Db.Members.AsNoTracking().Where(row => row.ArchivedAt == null && row.SuspendedAt == null)
            .OrderBy(row => row.Name).ToListAsync();
        Warnings = await crewList.Warnings(Me, View.Charter);
        return null;
    }

    private async Task<IActionResult> Act(Guid id, Func<Viewer, Guid, CrewRole, Input, Task<Outcome>> action)
    {
        var input = await Request.ReadForm();
        var role = input.Choice<CrewRole>("role", null, required: "Choose a role.") ?? default;
        _ = input.Id("member_id", required: "Choose a person.");
        var outcome = input.Refusal is { } invalid ? invalid : await action(Me, id, role, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Crew);
    }
}
