using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// A phone with one passkey. Its signature counter stays at 0, as with synced passkeys, unless a test sets it. Tests
/// can make it give wrong responses.
/// </summary>
public sealed class Authenticator : IDisposable
{
    private const byte
        Present = 0x01, Verified = 0x04, Eligible = 0x08, BackedUp = 0x10, HoldsKey = 0x40, Extended = 0x80;

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

    /// <summary>Whether somebody touched it.</summary>
    public bool IsTouched { get; set; } = true;

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    /// <summary>The signature counter; 0 if it does not count.</summary>
    public byte Count { get; set; }

    /// <summary>Whether the request came from within another site's page.</summary>
    public bool IsFramed { get; set; }

    /// <summary>The user handle that it reports.</summary>
    public string User { get; set; } = "";

    /// <summary>Whether it signs something other than the challenge.</summary>
    public bool Forges { get; set; }

    /// <summary>Fields of the client data that replace or follow the usual ones.</summary>
    public JsonObject ClientFields { get; } = [];

    /// <summary>What the browser reports of extensions.</summary>
    public JsonObject ExtensionResults { get; } = [];

    /// <summary>CBOR of extensions at the end of the authenticator data.</summary>
    public byte[] Extensions { get; set; } = [];

    /// <summary>The name and CBOR of its attestation statement.</summary>
    public (string Format, byte[] Statement) Attestation { get; set; } = ("none", [0xA0]);

    public JsonNode Transports { get; set; } = new JsonArray("internal");

    /// <summary>The public key in COSE format (ES256, unless a test sets another).</summary>
    public byte[] PublicKey { get => field ?? OwnPublicKey(); set; }

    public string Id => Base64Url.EncodeToString(id);

    /// <summary>A phone with an existing passkey.</summary>
    public static Authenticator Holding(string pem, string id) => new(pem, Base64Url.DecodeFromChars(id));

    /// <summary>Creates the passkey that the options request.</summary>
    public string Create(JsonNode options)
    {
        User = (string)options["user"]!["id"]!;
        var held = Data(HoldsKey, [.. new byte[16], 0, (byte)id.Length, .. id, .. PublicKey]);
        return Credential(new()
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(ClientData("webauthn.create", options)),
            ["attestationObject"] = Base64Url.EncodeToString(
            [
                0xA3, .. Text("fmt"), .. Text(Attestation.Format), .. Text("attStmt"), .. Attestation.Statement,
                .. Text("authData"), 0x59, (byte)(held.Length >> 8), (byte)held.Length, .. held,
            ]),
            ["transports"] = Transports.DeepClone(),
        });
    }

    /// <summary>Signs the challenge in the options.</summary>
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
        ["clientExtensionResults"] = ExtensionResults.DeepClone(), ["response"] = response,
    }.ToJsonString();

    private byte[] ClientData(string type, JsonNode options)
    {
        var data = new JsonObject
        {
            ["type"] = type, ["challenge"] = (string)options["challenge"]!,
            ["origin"] = Origin, ["crossOrigin"] = IsFramed,
        };
        foreach (var (name, value) in ClientFields) data[name] = value?.DeepClone();
        return Encoding.UTF8.GetBytes(data.ToJsonString());
    }

    /// <summary>The authenticator data: the domain's hash, flags and the counter.</summary>
    private byte[] Data(byte flags, byte[] more) =>
    [
        .. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(flags | Flags()), 0, 0, 0, Count,
        .. more, .. Extensions,
    ];

    private int Flags() => (IsTouched ? Present : 0) | (Verifies ? Verified : 0) | (IsBackupEligible ? Eligible : 0)
        | (IsBackedUp ? BackedUp : 0) | (Extensions.Length > 0 ? Extended : 0);

    private byte[] OwnPublicKey()
    {
        var point = key.ExportParameters(false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }

    private static byte[] Text(string text) => [(byte)(0x60 | text.Length), .. Encoding.UTF8.GetBytes(text)];
}
