using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Crew;

/// <summary>
/// A member's answer by the link in an email: "I'll be there" confirms the position they have, "I can't" releases it.
/// It never claims another position. The page has checked that a person answers, not just whoever has the link.
/// </summary>
public sealed class AttendanceActions(AppDbContext db, Change change)
{
    public Task<Outcome> Answer(SignedLink link, Input input) => change.Run(input, async actor =>
    {
        var charter = await db.Charters.FirstOrDefaultAsync(row => row.Id == link.SubjectId);
        var member = await db.Members.FirstOrDefaultAsync(row => row.Id == link.PersonId);
        if (charter is null || member is not { CanSignIn: true }) return Refusal.NotFound();
        var answer = input.Choice<AttendanceAnswer>("answer", null, required: "Say whether you can make it.");
        if (input.Refusal is { } invalid) return invalid;
        if (charter.PositionOf(member.Id) is not { } position)
            return answer == AttendanceAnswer.No ? Outcome.Done(charter.Id) : Gone;
        var refusal = answer == AttendanceAnswer.Yes
            ? charter.Claim(position.Role, member, actor)
            : charter.Release(position.Role, member.Id);
        if (refusal is not null) return refusal;
        return Outcome.Done(charter.Id);
    });

    private static Refusal Gone =>
        Refusal.Conflict("place_gone", "You no longer have a role on this charter. Ask its captain or the office.");
}

/// <summary>Whether a member will be there.</summary>
public enum AttendanceAnswer { Yes, No }
