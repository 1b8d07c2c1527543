using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>What is told of a guest.</summary>
/// <param name="GuardianName">Who signs for a minor.</param>
/// <param name="Needs">Allergies, mobility, whether they swim: for the office and this charter's crew, until some time after it is over.</param>
public sealed record GuestDetails(string Name, string? Email, string? Phone, bool IsMinor, string? GuardianName, string? Needs)
{
    /// <summary>Needs are told while the charter lasts; after it, nobody sees them.</summary>
    public static bool ShowsNeeds(Charter charter) => !charter.IsOver;

    /// <param name="nameless">What is said to who left the name out.</param>
    public static GuestDetails Read(Input input, GuestDetails? now = null, Words? nameless = null)
    {
        var isMinor = input.Flag("minor", now?.IsMinor ?? false);
        var guardian = input.Text("guardian_name", now?.GuardianName);
        return new(
            input.Text("name", now?.Name, required: nameless ?? "Enter the guest's name.") ?? "",
            input.Email("email", now?.Email),
            input.Text("phone", now?.Phone, 40),
            isMinor,
            isMinor ? guardian : null,
            input.Text("needs", now?.Needs, Limits.Text));
    }
}
