using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

internal sealed record GuestJson
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required string? Phone { get; init; }

    public required bool Minor { get; init; }

    public required string? GuardianName { get; init; }

    public required string? Needs { get; init; }

    public required bool Placed { get; init; }

    public required DateTimeOffset? ArrivedAt { get; init; }

    public required DateTimeOffset? BoardedAt { get; init; }

    public required DateTimeOffset? NoShowAt { get; init; }

    public required WaiverStatusJson Waiver { get; init; }

    public static GuestJson Of(Guest guest, bool signsWaiver, bool keeps, bool showsNeeds) => new()
    {
        Id = guest.Id,
        Name = guest.Name,
        Email = keeps ? guest.Email : null,
        Phone = keeps ? guest.Phone : null,
        Minor = guest.IsMinor,
        GuardianName = guest.GuardianName,
        Needs = showsNeeds ? guest.Needs : null,
        Placed = guest.IsPlaced,
        ArrivedAt = guest.ArrivedAt,
        BoardedAt = guest.BoardedAt,
        NoShowAt = guest.NoShowAt,
        Waiver = StatusOf(guest, signsWaiver),
    };

    public static WaiverStatusJson StatusOf(Guest guest, bool signsWaiver) =>
        new(guest.HasSigned ? "signed" : signsWaiver ? "unsigned" : "not_required", guest.SignedAt, guest.WaiverId);
}
