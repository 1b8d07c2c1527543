using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Evidence;

/// <summary>A version of a waiver's text in one language, which never changes.</summary>
public sealed class WaiverVersion : IOwned
{
    private WaiverVersion()
    {
    }

    public WaiverVersion(Guid operatorId, Guid templateId, int number, string language, string name, string html) =>
        (OperatorId, TemplateId, Number, Language, Name, Html, Sha256) = (operatorId, templateId, number, language,
            name, html, HashOf(html));

    public Guid OperatorId { get; private set; }
    public Guid TemplateId { get; private set; }
    public int Number { get; private set; }
    public string Language { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Html { get; private set; } = "";

    /// <summary>SHA-256 of the HTML's UTF-8 bytes, in hex.</summary>
    public string Sha256 { get; private set; } = "";

    public static string HashOf(string html) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
}
