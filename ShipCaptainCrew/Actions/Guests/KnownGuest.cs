using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>A guest who is on the charter's list already, to notice rows that are perhaps the same person.</summary>
public sealed record KnownGuest(string Name, string? Email = null, string? Phone = null)
{
    /// <summary>The name, folded once for all comparisons.</summary>
    internal PersonName Person { get; } = new(Name);

    public static KnownGuest Of(GuestDetails details) => new(details.Name, details.Email, details.Phone);

    /// <summary>Whether an address or a phone number tells the two apart.</summary>
    public bool HasOtherContact(GuestDetails details) =>
        (Email is not null && details.Email is not null && Email != details.Email)
        || (Phone is not null && details.Phone is not null && Phone != details.Phone);
}
