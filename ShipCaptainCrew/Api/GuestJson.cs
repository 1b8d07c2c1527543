using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

/// <summary>Everyone who sails on a charter.</summary>
internal sealed record GuestManifestJson(IEnumerable<CrewGuestJson> Crew, IEnumerable<GuestJson> Guests)
{
    /// <param name="keeps">Who keeps the list sees how to reach them; the rest of the crew sees names.</param>
    public static GuestManifestJson Of(
        Charter charter, GuestManifest manifest, IReadOnlyDictionary<Guid, string> names, bool keeps) =>
        new(
        charter.Positions.Where(position => !position.IsOpen).OrderBy(position => position.Role)
            .GroupBy(position => position.MemberId!.Value)
            .Select(
                same =>
                    new CrewGuestJson(new(same.Key, names.GetValueOrDefault(same.Key, "")),
                        same.Select(position => position.Role), new("not_required", null, null))),
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

/// <summary>A guest just added, with the address of the page where they sign.</summary>
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

internal sealed record LinkJson(string WaiverUrl);
