using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Domain.Guests;

/// <summary>The details of a guest.</summary>
public sealed record GuestDetails
{
    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public bool IsMinor { get; init; }

    /// <summary>The name of the adult who signs for a minor.</summary>
    public string? GuardianName { get; init; }

    /// <summary>
    /// Allergies, mobility, ability to swim: visible to the office and the crew of this charter, until some time after
    /// it is over.
    /// </summary>
    public string? Needs { get; init; }

    /// <summary>Whether the special needs are visible: until the charter is over.</summary>
    public static bool ShowsNeeds(Charter charter) => !charter.IsOver;

    /// <param name="nameMissing">The error message if the name is missing.</param>
    public static GuestDetails Read(Input input, GuestDetails? current = null, LocalizedText? nameMissing = null)
    {
        var isMinor = input.Flag("minor", current?.IsMinor ?? false);
        var guardian = input.Text("guardian_name", current?.GuardianName);
        return new()
        {
            Name = input.Text("name", current?.Name, required: nameMissing ?? "Enter the guest's name.") ?? "",
            Email = input.Email("email", current?.Email),
            Phone = input.Phone("phone", current?.Phone),
            IsMinor = isMinor,
            GuardianName = isMinor ? guardian : null,
            Needs = input.Text("needs", current?.Needs, InputLimits.Text),
        };
    }
}
