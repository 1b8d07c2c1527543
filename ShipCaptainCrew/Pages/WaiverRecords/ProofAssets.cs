using System.Security.Cryptography;
using System.Text;

namespace ShipCaptainCrew.Pages.WaiverRecords;

/// <summary>
/// The script and style inlined in every proof pack, and the content security policy that allows only these two.
/// </summary>
public static class ProofAssets
{
    public static string Script { get; } = Read("proof.js");

    public static string Style { get; } = Read("proof.css");

    public static string ContentPolicy { get; } =
        $"default-src 'none'; script-src 'sha256-{HashOf(Script)}'; style-src 'sha256-{HashOf(Style)}'; "
        + "base-uri 'none'; form-action 'none'";

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads an embedded file with LF line ends, which browsers use to compute the hash.</summary>
    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ProofAssets).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
