using System.Text;
using System.Text.Json;

namespace Bench.Speed;

/// <summary>Writes the requests of one client: of a program with its token, or of a browser with its cookies.</summary>
/// <param name="Host">The host and port in the address.</param>
/// <param name="Credential">The header line that says who it is; empty for nobody.</param>
/// <param name="FormToken">The antiforgery field of its forms, encoded.</param>
internal sealed record Visitor(string Host, string Credential, string FormToken = "")
{
    public static Visitor Nobody(string host) => new(host, "");

    public static Visitor Program(string host, string token) => new(host, $"Authorization: Bearer {token}\r\n");

    public static Visitor Browser(string host, string cookies, string formToken) =>
        new(host, $"Cookie: {cookies}\r\n", formToken);

    public byte[] Get(string path, string headers = "") => Write("GET", path, headers);

    public byte[] Json(string method, string path, object body) =>
        Write(method, path, "Content-Type: application/json\r\n", JsonSerializer.Serialize(body));

    /// <param name="fields">The encoded fields besides the antiforgery token.</param>
    public byte[] Form(string path, string fields, string headers = "") =>
        Write("POST", path, $"{headers}Content-Type: application/x-www-form-urlencoded\r\n",
            FormToken == "" ? fields : $"{FormToken}&{fields}");

    private byte[] Write(string method, string path, string headers, string body = "") => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: {Host}\r\n{Credential}{headers}"
        + (body == "" ? "\r\n" : $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
}
