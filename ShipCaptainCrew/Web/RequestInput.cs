using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Reads JSON and form bodies into the same <see cref="Input"/>, so that the API and pages share validation.
/// </summary>
public static class RequestInput
{
    public const string KeyName = "Idempotency-Key";

    /// <summary>How deep JSON objects, and field names of forms, may be nested.</summary>
    public const int MaxDepth = 16;

    private static readonly JsonDocumentOptions Strict =
        new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads the form of a page.</summary>
    public static Task<Input> ReadForm(this HttpRequest request) =>
        Read(async () =>
        {
            var form = request.HasFormContentType
                ? await request.ReadFormAsync(request.HttpContext.RequestAborted)
                : FormCollection.Empty;
            return FromForm(request, form);
        });

    /// <summary>Reads the query string with the same rules as a form.</summary>
    public static Input ReadQuery(this HttpRequest request) => Input.Of(FormFields.Nest(request.Query));

    /// <summary>
    /// Reads a JSON body. Other content types are refused, so a form of another site cannot call the API. Only programs
    /// may leave the content type out.
    /// </summary>
    public static Task<Input> ReadJson(this HttpRequest request) =>
        !IsJson(request) ? Task.FromResult(WrongMedia())
        : BodyLimitMiddleware.Exceeds(request) ? Task.FromResult(TooLarge())
        : Read(() => FromJson(request));

    private static bool IsJson(HttpRequest request) => request.ContentType is null
        ? request.Headers.Authorization.Count > 0 || !HasBody(request)
        : request.HasJsonContentType();

    private static bool HasBody(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody
            ?? request.ContentLength is > 0;

    private static async Task<Input> Read(Func<Task<Input>> read)
    {
        try
        {
            return await read();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidDataException
            or BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest })
        {
            return Malformed();
        }
    }

    private static async Task<Input> FromJson(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: false));
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (JsonSize.Exceeds(text)) return TooManyValues();
        var idempotencyKey = IdempotencyKeyOf(request, request.Headers[KeyName], text);
        if (string.IsNullOrWhiteSpace(text)) return Input.Of([], idempotencyKey);
        if (Parse(text) is not JsonObject fields) return Malformed();
        JsonSize.Load(fields);
        return Input.Of(fields, idempotencyKey);
    }

    /// <summary>
    /// Parses JSON. An unpaired surrogate in a property name throws InvalidOperationException instead of JsonException.
    /// </summary>
    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (InvalidOperationException unpairedSurrogate)
        {
            throw new JsonException(unpairedSurrogate.Message, unpairedSurrogate);
        }
    }

    private static Input FromForm(HttpRequest request, IFormCollection form)
    {
        var fields = FormFields.Nest(form);
        var key = request.Headers[KeyName].FirstOrDefault() ?? form[KeyName];
        return Input.Of(fields, key is { Length: > 0 } ? IdempotencyKeyOf(request, key, fields.ToJsonString()) : null);
    }

    private static IdempotencyKey? IdempotencyKeyOf(HttpRequest request, string? key, string body) =>
        string.IsNullOrEmpty(key) ? null : new($"{request.Method} {request.Path}", key, Input.Fingerprint(body));

    private static Input WrongMedia() =>
        Input.Unreadable(new(RefusalKind.WrongMedia, "not_json", "Send application/json."));

    private static Input TooLarge() =>
        Input.Unreadable(new(RefusalKind.TooLarge, "too_large", "That is more than one megabyte."));

    private static Input TooManyValues() =>
        Input.Unreadable(new(RefusalKind.TooLarge, "too_large", "That is more than 20,000 values."));

    private static Input Malformed() =>
        Input.Unreadable(new(RefusalKind.Malformed, "not_json", "This is not a JSON object."));
}
