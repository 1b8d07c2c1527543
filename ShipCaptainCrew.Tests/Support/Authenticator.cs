using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// A phone with one passkey on it, whose counter stays at nought as synced ones' do, unless told otherwise. It answers
/// what it is asked, or, where a test says so, something else.
/// </summary>
public sealed class Authenticator : IDisposable
{
    private const byte Present = 0x01, Verified = 0x04, HoldsKey = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);

    public Authenticator()
    {
    }

    private Authenticator(string pem, byte[] id)
    {
        key.ImportFromPem(pem);
        this.id = id;
    }

    public string Origin { get; set; } = "https://ship.test";

    public string Domain { get; set; } = "ship.test";

    public bool Verifies { get; set; } = true;

    /// <summary>How often it says it was used; at nought it does not count.</summary>
    public byte Count { get; set; }

    /// <summary>Whether it was asked inside another site's page.</summary>
    public bool IsFramed { get; set; }

    /// <summary>Whose passkey it says it is.</summary>
    public string User { get; set; } = "";

    /// <summary>Whether its signature is of something else.</summary>
    public bool Forges { get; set; }

    public string Id => Base64Url.EncodeToString(id);

    /// <summary>The phone with a passkey made before.</summary>
    public static Authenticator Holding(string pem, string id) => new(pem, Base64Url.DecodeFromChars(id));

    /// <summary>Makes the passkey that the options ask for.</summary>
    public string Create(JsonNode options)
    {
        User = (string)options["user"]!["id"]!;
        var held = Data(HoldsKey, [.. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey()]);
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", options)),
            ["attestationObject"] = Base64Url.EncodeToString(
            [
                0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0,
                .. Text("authData"), 0x58, (byte)held.Length, .. held,
            ]),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Signs what the options ask to be signed.</summary>
    public string Get(JsonNode options)
    {
        var (client, data) = (ClientData("webauthn.get", options), Data(0, []));
        byte[] signed = [.. data, .. SHA256.HashData(Forges ? data : client)];
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(
                key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["userHandle"] = User,
        });
    }

    public void Dispose() => key.Dispose();

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Id, ["rawId"] = Id, ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    private byte[] ClientData(string type, JsonNode options) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type, ["challenge"] = (string)options["challenge"]!,
        ["origin"] = Origin, ["crossOrigin"] = IsFramed,
    }.ToJsonString());

    /// <summary>For which domain, how it was unlocked, and how often.</summary>
    private byte[] Data(byte flags, byte[] more) =>
    [
        .. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(flags | Present | (Verifies ? Verified : 0)),
        0, 0, 0, Count, .. more,
    ];

    /// <summary>As COSE writes an ES256 key.</summary>
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.UTF8.GetBytes(text)];
}
