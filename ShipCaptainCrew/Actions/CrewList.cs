using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions;

/// <summary>Whom the office wants aboard: the captain and, beside them, others by role.</summary>
public sealed record WantedCrew(Member? Captain, IReadOnlyList<(CrewRole Role, Member Member)> Others)
{
    /// <summary>Fills the places; somebody who does not fit is told beside their field.</summary>
    public Refusal? Fill(Charter charter, By by, Input input)
    {
        if (Captain is not null && charter.AppointCaptain(Captain, by) is { } no) return no;
        for (var i = 0; i < Others.Count; i++)
        {
            if (charter.Claim(Others[i].Role, Others[i].Member, by) is { } misfit) input.Error($"crew[{i}].member_id", misfit.Says);
        }

        return input.Refusal;
    }
}

/// <summary>Reads <c>captain_id</c> and <c>crew</c>.</summary>
public sealed class CrewList(ShipDb db, Overlaps overlaps)
{
    public async Task<WantedCrew> Read(Input input, bool captainRequired)
    {
        var mustHave = captainRequired || input.Has("captain_id");
        var captainId = input.Id("captain_id", required: mustHave ? new Words("Choose the captain.") : null);
        var captain = captainId is null ? null : await Find(captainId.Value);
        if (captainId is not null && captain is null) input.Error("captain_id", "There is no such member.");
        if (captain?.Is(CrewRole.Captain) == false) input.Error("captain_id", new Words("{0} is not qualified as captain.", captain.Name));
        var others = new List<(CrewRole, Member)>();
        foreach (var wanted in input.Parts("crew") ?? []) others.AddRange(await ReadOne(wanted));
        return new(captain, others);
    }

    public async Task<IReadOnlyList<Warning>> Warnings(Charter charter)
    {
        var ids = charter.Places.Where(place => !place.IsOpen).Select(place => place.MemberId!.Value).ToList();
        var warnings = new List<Warning>();
        foreach (var member in await db.Members.Where(row => ids.Contains(row.Id)).ToListAsync()) warnings.AddRange(await overlaps.Of(member, charter));
        return warnings;
    }

    private async Task<IEnumerable<(CrewRole, Member)>> ReadOne(Input wanted)
    {
        var role = wanted.Choice<CrewRole>("role", null, required: "Choose a role.");
        var id = wanted.Id("member_id", required: "Choose a member.");
        var member = id is null ? null : await Find(id.Value);
        if (id is not null && member is null) wanted.Error("member_id", "There is no such member.");
        return role is { } known && member is not null ? [(known, member)] : [];
    }

    private Task<Member?> Find(Guid id) =>
        db.Members.FirstOrDefaultAsync(member => member.Id == id && member.ArchivedAt == null && member.SuspendedAt == null);
}
