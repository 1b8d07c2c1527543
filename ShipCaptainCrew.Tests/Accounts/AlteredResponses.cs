using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

/// <summary>
/// Responses that differ in one thing from a valid one. What the authenticator signs is altered before it signs, so
/// that the signature is right.
/// </summary>
internal static class AlteredResponses
{
    private static readonly Dictionary<string, Action<Authenticator>> Signed = new()
    {
        ["nobody touched it"] = phone => phone.IsTouched = false,
        ["no user verification"] = phone => phone.Verifies = false,
        ["backed up but not eligible"] = phone => phone.IsBackedUp = true,
        ["another type"] = phone => phone.ClientFields["type"] = "webauthn.other",
        ["no type"] = phone => phone.ClientFields["type"] = null,
        ["another port"] = phone => phone.Origin = "https://ship.test:8443",
        ["the port written out"] = phone => phone.Origin = "https://ship.test:443",
        ["another scheme"] = phone => phone.Origin = "http://ship.test",
        ["another case"] = phone => phone.Origin = "https://SHIP.test",
        ["a path"] = phone => phone.Origin = "https://ship.test/sign-in",
        ["a user name"] = phone => phone.Origin = "https://ship.test@ship.test",
        ["a subdomain"] = phone => phone.Origin = "https://evil.ship.test",
        ["a longer domain"] = phone => phone.Origin = "https://ship.test.evil.example",
        ["an app"] = phone => phone.Origin = "android:apk-key-hash:AAAA",
        ["another site's frame"] = phone => phone.IsFramed = true,
        ["another site above"] = phone => phone.ClientFields["topOrigin"] = "https://evil.example",
        ["another domain"] = phone => phone.Domain = "evil.example",
        ["no domain"] = phone => phone.Domain = "",
        ["no domain by extension"] = phone => (phone.Domain, phone.ExtensionResults["appid"]) = ("", true),
        ["another challenge"] = phone => phone.ClientFields["challenge"] = new string('A', 43),
        ["an empty challenge"] = phone => phone.ClientFields["challenge"] = "",
        ["deeply nested extensions"] = phone => phone.Extensions = [.. Enumerable.Repeat((byte)0x81, 8_000), 0x00],
        ["a number with a fraction"] = phone => phone.Extensions = [0xF9, 0x3C, 0x00],
        ["extensions cut off"] = phone => phone.Extensions = [0xBB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        ["bytes after the end"] = phone => phone.Extensions = [0xA0, 0x00],
    };

    private static readonly Dictionary<string, Action<JsonNode>> Sent = new()
    {
        ["another id"] = sent => sent["id"] = "AAAA",
        ["another raw id"] = sent => sent["rawId"] = "AAAA",
        ["no raw id"] = sent => sent.AsObject().Remove("rawId"),
        ["an id of another type"] = sent => sent["id"] = 1,
        ["an id that is not encoded"] = sent => (sent["id"], sent["rawId"]) = ("%%%", "%%%"),
        ["a type unknown"] = sent => sent["type"] = "password",
        ["no type sent"] = sent => sent.AsObject().Remove("type"),
        ["no response"] = sent => sent.AsObject().Remove("response"),
        ["a response of another type"] = sent => sent["response"] = new JsonArray(1),
        ["no client data"] = sent => sent["response"]!["clientDataJSON"] = "",
        ["client data missing"] = sent => sent["response"]!.AsObject().Remove("clientDataJSON"),
        ["client data null"] = sent => sent["response"]!["clientDataJSON"] = "bnVsbA",
        ["client data garbage"] = sent => sent["response"]!["clientDataJSON"] = "_-__",
        ["client data not encoded"] = sent => sent["response"]!["clientDataJSON"] = "{}",
    };

    public static IEnumerable<string> Names => [.. Signed.Keys, .. Sent.Keys];

    /// <summary>Makes the response that differs in the named thing.</summary>
    public static string Make(string name, Authenticator phone, Func<string> respond)
    {
        if (!Signed.TryGetValue(name, out var alter)) return Alter(respond(), Sent[name]);
        alter(phone);
        return respond();
    }

    public static string Alter(string credential, Action<JsonNode> alter)
    {
        var sent = JsonNode.Parse(credential)!;
        alter(sent);
        return sent.ToJsonString();
    }
}
