using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>Who is there to be told.</summary>
public static class OfficeRecipients
{
    /// <summary>Owners and dispatchers who have come aboard and may still come.</summary>
    public static IQueryable<Member> Office(this AppDbContext db) => db.Members
        .Where(
            member => member.Role != MemberRole.Crew && member.JoinedAt != null && member.SuspendedAt == null
                && member.ArchivedAt == null);
}
