using Microsoft.AspNetCore.Identity;

namespace ShipCaptainCrew.Data;

/// <summary>Somebody who can sign in. What they may do, they may as a member of an operator.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public Person() => Id = Guid.CreateVersion7();

    public static Person WithAddress(string email) => new()
    {
        Email = email,
        UserName = email,
        NormalizedEmail = Normalize(email),
        NormalizedUserName = Normalize(email),
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
    };

    public static string Normalize(string email) => email.ToUpperInvariant();
}
