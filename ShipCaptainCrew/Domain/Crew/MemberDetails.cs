namespace ShipCaptainCrew.Domain.Crew;

/// <summary>What the office says of a member. The address is fixed once invited: only the person changes it.</summary>
public sealed record MemberDetails
{
    public required string Name { get; init; }

    public required string Email { get; init; }

    public string? Phone { get; init; }

    public required MemberRole Role { get; init; }

    public required IReadOnlyList<CrewRole> Qualifications { get; init; }

    public bool Suspended { get; init; }

    public static MemberDetails Read(Input input, MemberDetails? now = null)
    {
        var email = now is null ? input.Email("email", required: "Enter an e-mail address.") : now.Email;
        if (now is not null && input.Text("email", now.Email, InputLimits.Email) != now.Email)
        {
            input.Error("email", "Only the person can change the address.");
        }

        return new()
        {
            Name = input.Text("name", now?.Name, required: "Enter the person's name.") ?? "",
            Email = email ?? "",
            Phone = input.Text("phone", now?.Phone, 40),
            Role = input.Choice<MemberRole>("role", now?.Role ?? MemberRole.Crew, required: "Choose a role.")
                ?? MemberRole.Crew,
            Qualifications = input.Choices<CrewRole>("qualifications") ?? now?.Qualifications ?? [],
            Suspended = ReadSuspended(input, now),
        };
    }

    private static bool ReadSuspended(Input input, MemberDetails? now)
    {
        var suspended = now?.Suspended ?? false;
        if (now is null || !input.Has("status")) return suspended;
        return input.Choice<MemberStatus>("status", null) is { } status ? status == MemberStatus.Suspended : suspended;
    }
}
