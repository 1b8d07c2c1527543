using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Api;

internal sealed record MeJson
{
    public required Guid Id { get; init; }

    public required Guid MemberId { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string Operator { get; init; }

    public required MemberRole Role { get; init; }

    public required IReadOnlyList<CrewRole> Qualifications { get; init; }

    public static MeJson Of(Viewer viewer) => new()
    {
        Id = viewer.PersonId,
        MemberId = viewer.MemberId,
        Name = viewer.Name,
        Email = viewer.Email,
        Operator = viewer.OperatorSlug,
        Role = viewer.Role,
        Qualifications = viewer.Qualifications,
    };
}
