using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Web.Answers;

/// <summary>
/// The bytes of an answer without the antiforgery tokens and idempotency keys of its forms, which each answer gets
/// anew.
/// </summary>
public sealed partial class AnswerTemplate
{
    private const int KeyLength = 32;

    /// <summary>The parts between them: after each part, except the last, comes a token or a key.</summary>
    private readonly List<byte[]> parts = [];

    private readonly List<bool> isToken = [];

    /// <param name="token">The antiforgery token in the answer.</param>
    public AnswerTemplate(byte[] body, string? token)
    {
        if (token is null)
        {
            parts.Add(body);
            return;
        }

        foreach (var (piece, i) in Encoding.UTF8.GetString(body).Split(token).Select((piece, i) => (piece, i)))
        {
            if (i > 0) isToken.Add(true);
            Add(piece);
        }
    }

    public int Size => parts.Sum(part => part.Length);

    public bool HasToken => isToken.Contains(true);

    /// <summary>A hash of everything but the tokens and keys.</summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    /// <summary>Writes an answer with the given token and new keys.</summary>
    public void Write(IBufferWriter<byte> output, string? token)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            output.Write(parts[i]);
            if (i < isToken.Count) Encoding.ASCII.GetBytes(isToken[i] ? token! : FormKey.New(), output);
        }
    }

    /// <summary>The length of an answer in bytes.</summary>
    public int LengthWith(string? token) => Size + isToken.Sum(isTokenNext => isTokenNext ? token!.Length : KeyLength);

    private void Add(string piece)
    {
        foreach (var (part, i) in IdempotencyKey().Split(piece).Select((part, i) => (part, i)))
        {
            if (i > 0) isToken.Add(false);
            parts.Add(Encoding.UTF8.GetBytes(part));
        }
    }

    /// <summary>A text of a person cannot look like it, because its quotation marks are encoded.</summary>
    [GeneratedRegex("""(?<=name="Idempotency-Key"\s+value=")[0-9a-f]{32}(?=")""")]
    private static partial Regex IdempotencyKey();
}
