using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Crew;

/// <summary>
/// Claims and releases positions on a charter: for oneself, or for others by the office and the captain.
/// </summary>
public sealed class RoleActions(AppDbContext db, Change change, Overlaps overlaps)
{
    public Task<Outcome> Claim(Viewer viewer, Guid charterId, CrewRole role, Input input) =>
        change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
        var memberId = input.Id("member_id", viewer.MemberId) ?? viewer.MemberId;
        if (memberId != viewer.MemberId && viewer.MayNot(Right.AssignCrew, charter) is { } refusal) return refusal;
        if (input.Refusal is { } invalid) return invalid;
        if (await Find(memberId) is not { } member) return Refusal.Invalid("member_id", "Member not found.");
        if (charter.Claim(role, member, actor) is { } taken) return await NameHolders(taken, charter, role);
        var warnings = await overlaps.Of(viewer, [member], charter.Plan, charter.Id);
        return Outcome.Done(charterId) with { Warnings = warnings };
    });

    public Task<Outcome> Release(Viewer viewer, Guid charterId, CrewRole role, Input input) =>
        change.Run(input, async _ =>
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
        var memberId = input.Id("member_id", viewer.MemberId) ?? viewer.MemberId;
        if (memberId != viewer.MemberId && viewer.MayNot(Right.AssignCrew, charter) is { } refusal) return refusal;
        if (!await db.Members.AnyAsync(member => member.Id == memberId))
            input.Error("member_id", "Member not found.");
        if (input.Refusal is { } invalid) return invalid;
        if (charter.Release(role, memberId) is { } tooLate) return tooLate;
        return Outcome.Done(charterId);
    });

    private Task<Member?> Find(Guid id) =>
        db.Members.FirstOrDefaultAsync(
            member => member.Id == id && member.ArchivedAt == null && member.SuspendedAt == null);

    /// <summary>Adds who holds the role's positions to a refused claim.</summary>
    private async Task<Refusal> NameHolders(Refusal refusal, Charter charter, CrewRole role)
    {
        if (refusal.Code != Charter.PositionTaken) return refusal;
        var ids = charter.Holders(role).Select(position => position.MemberId!.Value).ToList();
        var holders = await db.Members.Where(member => ids.Contains(member.Id))
            .Select(member => new Holder(member.Id, member.Name)).ToListAsync();
        var message = holders.Count == 0
            ? new LocalizedText("This charter does not need this role.")
            : new LocalizedText("{0} was faster: this role is already filled.",
                string.Join(", ", holders.Select(holder => holder.Name)));
        return Refusal.Conflict(Charter.PositionTaken, message, ("holders", holders));
    }
}
