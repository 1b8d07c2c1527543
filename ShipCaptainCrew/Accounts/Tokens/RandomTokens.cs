using System.Buffers.Text;
using System.Security.Cryptography;

namespace ShipCaptainCrew.Accounts.Tokens;

/// <summary>Random words nobody can guess.</summary>
public static class RandomTokens
{
    /// <summary>Crockford's base 32: no letter is mistaken for a figure.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int CodeLength = 8;

    /// <summary>256 bits, fit for an address.</summary>
    public static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>40 bits to read off one screen and type on another; ten minutes and five tries keep it safe.</summary>
    public static string Code() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <summary>The code as it was meant, however it was typed.</summary>
    public static string Normal(string code) => string.Concat(code.ToUpperInvariant().Where(char.IsLetterOrDigit))
        .Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
