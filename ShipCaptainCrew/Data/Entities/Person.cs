using Microsoft.AspNetCore.Identity;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>A person who can sign in. Their rights come from being a member of an operator.</summary>
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

    /// <summary>Changes the email address, which is also the unique user name in Identity.</summary>
    public void MoveTo(string email)
    {
        (Email, NormalizedEmail) = (email, Normalize(email));
        (UserName, NormalizedUserName) = (Email, NormalizedEmail);
        SecurityStamp = Guid.CreateVersion7().ToString("N");
    }
}
