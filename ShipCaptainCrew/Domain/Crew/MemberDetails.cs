namespace ShipCaptainCrew.Domain.Crew;

/// <summary>
/// What the office enters about a member. Once invited, only the person can change the email address.
/// </summary>
public sealed record MemberDetails
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public string? Phone { get; init; }

    public required MemberRole Role { get; init; }

    public required IReadOnlyList<CrewRole> Qualifications { get; init; }

    public bool Suspended { get; init; }

    public static MemberDetails Read(Input input, MemberDetails? current = null)
    {
        var email = current is null ? input.Email("email", required: "Enter an email address.") : current.Email;
        if (current is not null && input.Text("email", current.Email, InputLimits.Email) != current.Email)
        {
            input.Error("email", "Only the person can change the address.");
        }

        return new()
        {
            Name = input.Text("name", current?.Name, required: "Enter the person's name.") ?? "",
            Email = email ?? "",
            Phone = input.Phone("phone", current?.Phone),
            Role = input.Choice<MemberRole>("role", current?.Role ?? MemberRole.Crew, required: "Choose a role.")
                ?? MemberRole.Crew,
            Qualifications = input.Choices<CrewRole>("qualifications") ?? current?.Qualifications ?? [],
            Suspended = ReadSuspended(input, current),
        };
    }

    private static bool ReadSuspended(Input input, MemberDetails? current)
    {
        var suspended = current?.Suspended ?? false;
        if (current is null || !input.Has("status")) return suspended;
        return input.Choice<MemberStatus>("status", null) is { } status ? status == MemberStatus.Suspended : suspended;
    }
}
