using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Api;

/// <summary>A member.</summary>
internal sealed record MemberJson
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required string? Phone { get; init; }

    public required MemberRole Role { get; init; }

    public required IReadOnlyList<CrewRole> Qualifications { get; init; }

    public required MemberStatus Status { get; init; }

    /// <summary>Email and phone are only for the office and the member; crew see the rest.</summary>
    public static MemberJson Of(Member m, Viewer viewer) => viewer.IsOffice || viewer.MemberId == m.Id
        ? new()
        {
            Id = m.Id,
            Name = m.Name,
            Email = m.Email,
            Phone = m.Phone,
            Role = m.Role,
            Qualifications = m.Qualifications,
            Status = m.Status,
        }
        : new()
        {
            Id = m.Id,
            Name = m.Name,
            Email = null,
            Phone = null,
            Role = m.Role,
            Qualifications = m.Qualifications,
            Status = m.Status,
        };
}
