using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>What is told of a guest.</summary>
public sealed record GuestDetails
{
    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public bool IsMinor { get; init; }

    /// <summary>Who signs for a minor.</summary>
    public string? GuardianName { get; init; }

    /// <summary>
    /// Allergies, mobility, whether they swim: for the office and this charter's crew,
    /// until some time after it is over.
    /// </summary>
    public string? Needs { get; init; }

    /// <summary>Needs are told while the charter lasts; after it, nobody sees them.</summary>
    public static bool ShowsNeeds(Charter charter) => !charter.IsOver;

    /// <param name="nameless">What is said to who left the name out.</param>
    public static GuestDetails Read(Input input, GuestDetails? now = null, LocalizedText? nameless = null)
    {
        var isMinor = input.Flag("minor", now?.IsMinor ?? false);
        var guardian = input.Text("guardian_name", now?.GuardianName);
        return new()
        {
            Name = input.Text("name", now?.Name, required: nameless ?? "Enter the guest's name.") ?? "",
            Email = input.Email("email", now?.Email),
            Phone = input.Text("phone", now?.Phone, 40),
            IsMinor = isMinor,
            GuardianName = isMinor ? guardian : null,
            Needs = input.Text("needs", now?.Needs, InputLimits.Text),
        };
    }
}
