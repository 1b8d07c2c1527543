using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Api;

/// <summary>Everyone who sails on a charter.</summary>
internal sealed record CompanyJson(IEnumerable<CrewGuestJson> Crew, IEnumerable<GuestJson> Guests)
{
    /// <param name="keeps">Who keeps the list sees how to reach them; the rest of the crew sees names.</param>
    public static CompanyJson Of(Charter charter, Company company, IReadOnlyDictionary<Guid, string> names, bool keeps) => new(
        charter.Places.Where(place => !place.IsOpen).OrderBy(place => place.Role).GroupBy(place => place.MemberId!.Value)
            .Select(same => new CrewGuestJson(new(same.Key, names.GetValueOrDefault(same.Key, "")), same.Select(place => place.Role), new("not_required", null, null))),
        company.Guests.Select(guest => GuestJson.Of(guest, company.SignsWaiver, keeps, GuestDetails.ShowsNeeds(charter))));
}

internal sealed record CrewGuestJson(Holder Member, IEnumerable<CrewRole> Roles, WaiverStatusJson Waiver);

internal sealed record WaiverStatusJson(string Status, DateTimeOffset? SignedAt, Guid? WaiverId);

internal sealed record GuestJson(
    Guid Id, string Name, string? Email, string? Phone, bool Minor, string? GuardianName, string? Needs, bool Placed,
    DateTimeOffset? ArrivedAt, DateTimeOffset? BoardedAt, DateTimeOffset? NoShowAt, WaiverStatusJson Waiver)
{
    public static GuestJson Of(Guest guest, bool signsWaiver, bool keeps, bool showsNeeds) => new(
        guest.Id, guest.Name, keeps ? guest.Email : null, keeps ? guest.Phone : null, guest.IsMinor, guest.GuardianName, showsNeeds ? guest.Needs : null, guest.IsPlaced,
        guest.ArrivedAt, guest.BoardedAt, guest.NoShowAt, StatusOf(guest, signsWaiver));

    public static WaiverStatusJson StatusOf(Guest guest, bool signsWaiver) =>
        new(guest.HasSigned ? "signed" : signsWaiver ? "unsigned" : "not_required", guest.SignedAt, guest.WaiverId);
}

/// <summary>A guest just added, with the address of the page where they sign.</summary>
internal sealed record InvitedGuestJson(
    Guid Id, string Name, string? Email, string? Phone, bool Minor, string? GuardianName, string? Needs, DateTimeOffset? BoardedAt, WaiverStatusJson Waiver, string WaiverUrl)
{
    public static InvitedGuestJson Of(Guest guest, bool signsWaiver, string address) => new(
        guest.Id, guest.Name, guest.Email, guest.Phone, guest.IsMinor, guest.GuardianName, guest.Needs, guest.BoardedAt, GuestJson.StatusOf(guest, signsWaiver), address);
}

internal sealed record LinkJson(string WaiverUrl);
