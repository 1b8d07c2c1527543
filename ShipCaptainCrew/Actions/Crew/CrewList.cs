using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Crew;

/// <summary>Reads <c>captain_id</c> and <c>crew</c>.</summary>
public sealed class CrewList(AppDbContext db, Overlaps overlaps)
{
    /// <param name="charter">The charter being changed; members already on it are not checked again.</param>
    public async Task<RequestedCrew> Read(Input input, Charter? charter = null)
    {
        var captain = await ReadCaptain(input, charter);
        var others = new List<(CrewRole, Member?)>();
        foreach (var line in input.Parts("crew") ?? []) others.Add(await ReadOne(line, charter));
        return new(captain, others);
    }

    public Task<IReadOnlyList<Warning>> Warnings(Viewer viewer, Charter charter) =>
        Warnings(
            viewer, charter.Positions.Select(position => position.MemberId).OfType<Guid>(), charter.Plan, charter.Id);

    /// <summary>Warns of members who have another charter at that time.</summary>
    public async Task<IReadOnlyList<Warning>> Warnings(
        Viewer viewer, IEnumerable<Guid> memberIds, Plan plan, Guid charterId)
    {
        var ids = memberIds.ToList();
        return await overlaps.Of(viewer,
            await db.Members.AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Name).ToListAsync(),
            plan, charterId);
    }

    private async Task<Member?> ReadCaptain(Input input, Charter? charter)
    {
        var id = input.Id("captain_id",
            required: charter is null || input.Has("captain_id") ? new LocalizedText("Choose the captain.") : null);
        if (id is null || id == charter?.CaptainId) return null;
        var captain = await Find(id.Value);
        if (captain is null) input.Error("captain_id", "Member not found.");
        if (captain?.Is(CrewRole.Captain) == false)
            input.Error("captain_id", new LocalizedText("{0} is not qualified as captain.", captain.Name));
        return captain;
    }

    private async Task<(CrewRole, Member?)> ReadOne(Input line, Charter? charter)
    {
        var role = line.Choice<CrewRole>("role", null, required: "Choose a role.") ?? default;
        var id = line.Id("member_id", required: line.Has("member_id") ? null : new LocalizedText("Choose a member."));
        var member = id is null ? null : await Find(id.Value);
        if (id is not null && member is null) line.Error("member_id", "Member not found.");
        if (member?.Is(role) == false && charter?.PositionOf(member.Id)?.Role != role)
            line.Error("member_id", new LocalizedText("{0} is not qualified as {1}.", member.Name, role.Label()));
        return (role, member);
    }

    private Task<Member?> Find(Guid id) =>
        db.Members.FirstOrDefaultAsync(
            member => member.Id == id && member.ArchivedAt == null && member.SuspendedAt == null);
}
