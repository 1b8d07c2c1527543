using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class ForgedTokenTests
{
    private static string Header(
        string algorithm = "HS256", string type = "JWT", (string Name, JsonNode Value)? more = null)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = type };
        if (more is { } extra) header[extra.Name] = extra.Value;
        return header.ToJsonString();
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Unsigned(string header, string payload) => $"{Encode(header)}.{Encode(payload)}.";

    private string Signed(string header, string payload, Func<byte[], byte[], byte[]>? sign = null)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        sign ??= (key, text) => HMACSHA256.HashData(key, text);
        return $"{signed}.{Base64Url.EncodeToString(sign(Key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Part(string token, int number) =>
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[number]));
}
