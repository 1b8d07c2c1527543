namespace ShipCaptainCrew.Domain.Crew;

/// <summary>What the office says of a member. The address is fixed once invited: only the person changes it.</summary>
public sealed record MemberDetails(
    string Name,
    string Email,
    string? Phone,
    MemberRole Role,
    IReadOnlyList<CrewRole> Qualifications,
    bool Suspended = false)
{
    public static MemberDetails Read(Input input, MemberDetails? now = null)
    {
        var email = now is null ? input.Email("email", required: "Enter an e-mail address.") : now.Email;
        if (now is not null && input.Text("email", now.Email, Limits.Email) != now.Email)
        {
            input.Error("email", "Only the person can change the address.");
        }

        return new(
            input.Text("name", now?.Name, required: "Enter the person's name.") ?? "",
            email ?? "",
            input.Text("phone", now?.Phone, 40),
            input.Choice<MemberRole>("role", now?.Role ?? MemberRole.Crew, required: "Choose a role.") ?? MemberRole.Crew,
            input.Choices<CrewRole>("qualifications") ?? now?.Qualifications ?? [],
            ReadSuspended(input, now));
    }

    private static bool ReadSuspended(Input input, MemberDetails? now)
    {
        var suspended = now?.Suspended ?? false;
        if (now is null || !input.Has("status")) return suspended;
        return input.Choice<MemberStatus>("status", null) is { } status ? status == MemberStatus.Suspended : suspended;
    }
}
