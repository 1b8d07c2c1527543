using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

/// <summary>The crew and guests of a charter.</summary>
internal sealed record GuestManifestJson(IEnumerable<CrewGuestJson> Crew, IEnumerable<GuestJson> Guests)
{
    /// <param name="keeps">Whether the viewer manages the list, and so sees email and phone.</param>
    public static GuestManifestJson Of(
        Charter charter, GuestManifest manifest, IReadOnlyDictionary<Guid, string> names, bool keeps) =>
        new(
            charter.Positions.Where(position => !position.IsOpen).OrderBy(position => position.Role)
                .GroupBy(position => position.MemberId!.Value)
                .Select(positions => new CrewGuestJson(
                    new(positions.Key, names.GetValueOrDefault(positions.Key, "")),
                    positions.Select(position => position.Role),
                    new("not_required", null, null))),
            manifest.Guests.Select(
                guest => GuestJson.Of(guest, manifest.SignsWaiver, keeps, GuestDetails.ShowsNeeds(charter))));
}

internal sealed record CrewGuestJson(Holder Member, IEnumerable<CrewRole> Roles, WaiverStatusJson Waiver);

internal sealed record WaiverStatusJson(string Status, DateTimeOffset? SignedAt, Guid? WaiverId);

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

internal sealed record LinkJson(string WaiverUrl);
