using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Mail;

/// <summary>Who is there to be told.</summary>
public static class Ashore
{
    /// <summary>Owners and dispatchers who have come aboard and may still come.</summary>
    public static IQueryable<Member> Office(this ShipDb db) => db.Members
        .Where(member => member.Role != MemberRole.Crew && member.JoinedAt != null && member.SuspendedAt == null && member.ArchivedAt == null);
}
