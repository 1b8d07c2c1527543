using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>Queries the recipients of emails to the office.</summary>
public static class OfficeRecipients
{
    /// <summary>Owners and dispatchers who have joined and can still sign in.</summary>
    public static IQueryable<Member> Office(this AppDbContext db) => db.Members
        .Where(member => member.Role != MemberRole.Crew && member.JoinedAt != null
            && member.SuspendedAt == null && member.ArchivedAt == null);
}
