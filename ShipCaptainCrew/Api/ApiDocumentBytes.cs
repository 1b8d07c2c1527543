using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace ShipCaptainCrew.Api;

/// <summary>
/// The OpenAPI document as bytes, made and compressed once, because both take far longer than sending it.
/// </summary>
internal sealed class ApiDocumentBytes([FromKeyedServices(ApiDocumentBytes.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";

    private readonly Lock gate = new();
    private Task<Made>? document;

    public async Task<IResult> Send(HttpContext http)
    {
        var made = await Document();
        var request = http.Request.GetTypedHeaders();
        http.Response.GetTypedHeaders().ETag = made.ETag;
        http.Response.Headers.Vary = "Accept-Encoding";
        if (request.IfNoneMatch.Any(known => known.Compare(made.ETag, useStrongComparison: false)
            || known.Equals(EntityTagHeaderValue.Any)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var coding = made.ByCoding.Keys.Where(name => QualityOf(name, request.AcceptEncoding) > 0)
            .MaxBy(name => QualityOf(name, request.AcceptEncoding));
        if (coding is not null) http.Response.Headers.ContentEncoding = coding;
        return Results.Bytes(coding is null ? made.Plain : made.ByCoding[coding], "application/json;charset=utf-8");
    }

    /// <summary>How much the client wants a coding, from 0 to 1; 0 if it does not accept it.</summary>
    private static double QualityOf(string coding, IList<StringWithQualityHeaderValue> accepted) =>
        (accepted.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value == "*")) is { } found
            ? found.Quality ?? 1
            : 0;

    /// <summary>The document, which is made again if that failed before.</summary>
    private Task<Made> Document()
    {
        lock (gate)
        {
            if (document is null or { IsFaulted: true } or { IsCanceled: true }) document = Make(provider);
            return document;
        }
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
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..16];
        return new(plain, new($"\"{hash}\"", isWeak: true), coded);
    }

    private static byte[] Compressed(byte[] plain, Func<Stream, Stream> compressor)
    {
        using var bytes = new MemoryStream();
        using (var stream = compressor(bytes)) stream.Write(plain);
        return bytes.ToArray();
    }

    private sealed record Made(byte[] Plain, EntityTagHeaderValue ETag, IReadOnlyDictionary<string, byte[]> ByCoding);
}
