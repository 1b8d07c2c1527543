using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fido2NetLib;
using Fido2NetLib.Cbor;
using Fido2NetLib.Objects;
using Microsoft.AspNetCore.Identity;
using ShipCaptainCrew.Accounts.Sessions;

namespace ShipCaptainCrew.Accounts.Passkeys;

/// <summary>
/// The options for authenticators and the checks of their responses, by the Fido2 library. This class adds the checks
/// that the library leaves out. It reads and stores nothing.
/// </summary>
public sealed class Fido2Credentials(
    IFido2 fido2, Fido2Configuration configuration, TimeProvider clock, ILogger<Fido2Credentials> log)
{
    /// <summary>Without Ed25519, which the library leaves to a native library.</summary>
    private static readonly IReadOnlyList<PubKeyCredParam> Algorithms =
    [
        PubKeyCredParam.ES256, PubKeyCredParam.PS256, PubKeyCredParam.ES384, PubKeyCredParam.PS384,
        PubKeyCredParam.PS512, PubKeyCredParam.RS256, PubKeyCredParam.ES512, PubKeyCredParam.RS384,
        PubKeyCredParam.RS512,
    ];

    /// <param name="existing">The person's passkeys, so that an authenticator with one makes no second one.</param>
    public string CreationOptions(Viewer viewer, IEnumerable<UserPasskeyInfo> existing) =>
        fido2.RequestNewCredential(new()
        {
            User = new() { Id = UserHandle(viewer.PersonId), Name = viewer.Email, DisplayName = viewer.Name },
            ExcludeCredentials = [.. existing.Select(Descriptor)],
            AuthenticatorSelection = new()
            {
                ResidentKey = ResidentKeyRequirement.Required,
                UserVerification = UserVerificationRequirement.Required,
            },
            AttestationPreference = AttestationConveyancePreference.None,
            PubKeyCredParams = Algorithms,
        }).ToJson();

    /// <summary>Contains no credential ids, so it is the same for everybody.</summary>
    public string RequestOptions() =>
        fido2.GetAssertionOptions(new() { UserVerification = UserVerificationRequirement.Required }).ToJson();

    /// <summary>The new passkey, without a name; null for an invalid response.</summary>
    /// <param name="options">The creation options that the response answers.</param>
    public Task<UserPasskeyInfo?> Register(string options, string credential) => NullIfInvalid(async () =>
    {
        var json = WithoutExtensions(credential);
        var transports = TakeTransports(json);
        var raw = json.Deserialize<AuthenticatorAttestationRawResponse>()!;
        var data = AuthenticatorAttestationResponse.Parse(raw).AttestationObject.AuthData;
        if (!HasOwnOrigin(raw.Response.ClientDataJson)) return null;
        var made = await fido2.MakeNewCredentialAsync(new()
        {
            AttestationResponse = WithoutStatement(raw, data),
            OriginalOptions = CredentialCreateOptions.FromJson(options),
            // Checked when the passkey is saved, inside the transaction.
            IsCredentialIdUniqueToUserCallback = (_, _) => Task.FromResult(true),
        });
        return new UserPasskeyInfo(made.Id, made.PublicKey, clock.GetUtcNow(), made.SignCount, transports,
            data.UserVerified, made.IsBackupEligible, made.IsBackedUp, raw.Response.AttestationObject,
            raw.Response.ClientDataJson);
    });

    /// <summary>Reads a response to request options without checking it; null if it is malformed.</summary>
    public Task<AuthenticatorAssertionRawResponse?> Read(string credential) => NullIfInvalid(() =>
        Task.FromResult(WithoutExtensions(credential).Deserialize<AuthenticatorAssertionRawResponse>()));

    /// <summary>
    /// The passkey with the counter and backup state of the response; null for an invalid response. The counter must
    /// have increased unless it stays at 0.
    /// </summary>
    /// <param name="options">The request options that the response answers.</param>
    /// <param name="passkey">The stored passkey of the owner that the response names.</param>
    public Task<UserPasskeyInfo?> Check(
        AuthenticatorAssertionRawResponse raw, string options, Guid ownerId, UserPasskeyInfo passkey) =>
        NullIfInvalid(async () =>
        {
            if (!HasOwnOrigin(raw.Response.ClientDataJson) || raw.Response.UserHandle is null) return null;
            var data = AuthenticatorData.Parse(raw.Response.AuthenticatorData);
            if (data.IsBackupEligible != passkey.IsBackupEligible) return null;
            var result = await fido2.MakeAssertionAsync(new()
            {
                AssertionResponse = raw,
                OriginalOptions = AssertionOptions.FromJson(options),
                StoredPublicKey = passkey.PublicKey,
                StoredSignatureCounter = passkey.SignCount,
                IsUserHandleOwnerOfCredentialIdCallback = (sent, _) =>
                    Task.FromResult(sent.UserHandle.AsSpan().SequenceEqual(UserHandle(ownerId))),
            });
            (passkey.SignCount, passkey.IsBackedUp) = (result.SignCount, result.IsBackedUp);
            return passkey;
        });

    private static byte[] UserHandle(Guid personId) => Encoding.UTF8.GetBytes(personId.ToString());

    private static PublicKeyCredentialDescriptor Descriptor(UserPasskeyInfo passkey) =>
        new(PublicKeyCredentialType.PublicKey, passkey.CredentialId,
            [.. (passkey.Transports ?? []).SelectMany(name =>
                EnumNameMapper<AuthenticatorTransport>.TryGetValue(name, out var known)
                    ? new[] { known } : [])]);

    /// <summary>The library itself compares origins without regard to case, path and default port.</summary>
    private bool HasOwnOrigin(byte[] clientData) =>
        JsonSerializer.Deserialize<AuthenticatorResponse>(clientData) is { } client
            && configuration.Origins.Contains(client.Origin);

    /// <summary>
    /// No extension is requested, and the library would check the domain differently for the extension <c>appid</c>.
    /// </summary>
    private static JsonObject WithoutExtensions(string credential)
    {
        var json = JsonNode.Parse(credential)!.AsObject();
        json.Remove("clientExtensionResults");
        json.Remove("extensions");
        return json;
    }

    /// <summary>Removes the transports, because the library refuses a response with one unknown to it.</summary>
    private static string[] TakeTransports(JsonObject json)
    {
        var response = json["response"]!.AsObject();
        var transports = response["transports"].Deserialize<string[]>() ?? [];
        response.Remove("transports");
        return transports;
    }

    /// <summary>
    /// The response as browsers send it if no attestation is requested. A statement that comes nevertheless is not
    /// checked: nothing depends on the make of an authenticator.
    /// </summary>
    private static AuthenticatorAttestationRawResponse WithoutStatement(
        AuthenticatorAttestationRawResponse raw, AuthenticatorData data) => new()
    {
        Id = raw.Id,
        RawId = raw.RawId,
        Type = raw.Type,
        Response = new()
        {
            ClientDataJson = raw.Response.ClientDataJson,
            AttestationObject = new CborMap
            {
                { "fmt", "none" },
                { "attStmt", new CborMap() },
                { "authData", data.ToByteArray() },
            }.Encode(),
        },
    };

    /// <summary>
    /// The library reports invalid input with exceptions of many kinds, some of them untyped. A native library that
    /// cannot be loaded is no invalid input.
    /// </summary>
    private async Task<T?> NullIfInvalid<T>(Func<Task<T?>> check)
        where T : class
    {
        try
        {
            return await check();
        }
        catch (Exception invalid) when (invalid is not (
            OutOfMemoryException or DllNotFoundException or TypeInitializationException))
        {
            log.LogInformation("The response of a passkey is invalid: {Kind}", invalid.GetType().Name);
            return null;
        }
    }
}
