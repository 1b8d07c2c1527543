using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ShipCaptainCrew.Api;

/// <summary>
/// The OpenAPI document as bytes, made and compressed once, because both take far longer than sending it.
/// </summary>
internal sealed class ApiDocumentBytes([FromKeyedServices(ApiDocumentBytes.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";

    private readonly Lazy<Task<Made>> document = new(() => Make(provider));

    public async Task<IResult> Send(HttpContext http)
    {
        var made = await document.Value;
        http.Response.Headers.ETag = made.ETag;
        http.Response.Headers.Vary = "Accept-Encoding";
        if (http.Request.Headers.IfNoneMatch == made.ETag) return Results.StatusCode(StatusCodes.Status304NotModified);
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var coding = made.ByCoding.Keys.FirstOrDefault(name => accepted.Contains(name, StringComparison.Ordinal));
        if (coding is not null) http.Response.Headers.ContentEncoding = coding;
        return Results.Bytes(coding is null ? made.Plain : made.ByCoding[coding], "application/json;charset=utf-8");
    }

    private static async Task<Made> Make(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        var plain = Encoding.UTF8.GetBytes(text.ToString());
        var coded = new Dictionary<string, byte[]>
        {
            ["br"] = Compressed(plain, bytes => new BrotliStream(bytes, CompressionLevel.SmallestSize)),
            ["gzip"] = Compressed(plain, bytes => new GZipStream(bytes, CompressionLevel.SmallestSize)),
        };
        return new(plain, $"W/\"{Convert.ToHexStringLower(SHA256.HashData(plain))[..16]}\"", coded);
    }

    private static byte[] Compressed(byte[] plain, Func<Stream, Stream> compressor)
    {
        using var bytes = new MemoryStream();
        using (var stream = compressor(bytes)) stream.Write(plain);
        return bytes.ToArray();
    }

    private sealed record Made(byte[] Plain, string ETag, IReadOnlyDictionary<string, byte[]> ByCoding);
}
