using System.Security.Cryptography;
using System.Text;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>
/// Identifies a mailbox without its address: the first 16 bytes of the SHA-256 of the normalized address.
/// </summary>
public static class MailboxId
{
    public static Guid Of(string email) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(Person.Normalize(email))).AsSpan(0, 16));
}
