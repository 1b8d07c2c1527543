using System.Buffers.Text;
using System.Security.Cryptography;

namespace ShipCaptainCrew.Accounts.Tokens;

/// <summary>Creates random tokens and codes.</summary>
public static class RandomTokens
{
    /// <summary>Crockford's base 32, without letters that look like digits.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int CodeLength = 8;

    /// <summary>256 bits, safe in a URL.</summary>
    public static string Token() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>
    /// 40 bits, to read from one screen and type on another. It is safe because it works with one link or browser only,
    /// and for five attempts.
    /// </summary>
    public static string Code() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <summary>Normalizes a typed code: upper case, no separators, O as 0, and I and L as 1.</summary>
    public static string Normal(string code) => string.Concat(code.ToUpperInvariant().Where(char.IsLetterOrDigit))
        .Replace('O', '0').Replace('I', '1').Replace('L', '1');
}
