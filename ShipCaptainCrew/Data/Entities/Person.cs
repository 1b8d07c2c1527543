using Microsoft.AspNetCore.Identity;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>Somebody who can sign in. What they may do, they may as a member of an operator.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public Person() => Id = Guid.CreateVersion7();

    public static Person WithAddress(string email)
    {
        var person = new Person();
        person.MoveTo(email);
        return person;
    }

    public static string Normalize(string email) => email.ToUpperInvariant();

    /// <summary>The address is also the name that Identity knows somebody by, and no two people's.</summary>
    public void MoveTo(string email)
    {
        (Email, NormalizedEmail) = (email, Normalize(email));
        (UserName, NormalizedUserName) = (Email, NormalizedEmail);
        SecurityStamp = Guid.CreateVersion7().ToString("N");
    }
}
