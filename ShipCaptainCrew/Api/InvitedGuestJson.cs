using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

/// <summary>A guest who was just added, with the address of their waiver page.</summary>
internal sealed record InvitedGuestJson
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required string? Phone { get; init; }

    public required bool Minor { get; init; }

    public required string? GuardianName { get; init; }

    public required string? Needs { get; init; }

    public required DateTimeOffset? BoardedAt { get; init; }

    public required WaiverStatusJson Waiver { get; init; }

    public required string WaiverUrl { get; init; }

    public static InvitedGuestJson Of(Guest guest, bool signsWaiver, string address) => new()
    {
        Id = guest.Id,
        Name = guest.Name,
        Email = guest.Email,
        Phone = guest.Phone,
        Minor = guest.IsMinor,
        GuardianName = guest.GuardianName,
        Needs = guest.Needs,
        BoardedAt = guest.BoardedAt,
        Waiver = GuestJson.StatusOf(guest, signsWaiver),
        WaiverUrl = address,
    };
}
