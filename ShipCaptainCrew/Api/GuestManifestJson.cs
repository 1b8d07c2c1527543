using ShipCaptainCrew.Domain.Charters;
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
