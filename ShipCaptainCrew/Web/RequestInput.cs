using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Reads JSON and form bodies into the same <see cref="Input"/>, so that the API and pages share validation.
/// </summary>
public static partial class RequestInput
{
    public const string KeyName = "Idempotency-Key";
    private const string AntiforgeryField = "__RequestVerificationToken";
    private const int MaxDepth = 16;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

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
    public static Input ReadQuery(this HttpRequest request) => Input.Of(Nest(request.Query));

    /// <summary>
    /// Reads a JSON body. Other content types are refused, so a form of another site cannot call the API.
    /// </summary>
    public static Task<Input> ReadJson(this HttpRequest request) =>
        request.ContentType is not null && !request.HasJsonContentType() ? Task.FromResult(Input.Unreadable(new(RefusalKind.WrongMedia, "not_json", "Send application/json.")))
        : BodyLimitMiddleware.Exceeds(request) ? Task.FromResult(TooLarge())
        : Read(() => FromJson(request));

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

    /// <summary><c>home_port.latitude</c> and <c>items[2].text</c> become the objects and lists they name.</summary>
    public static JsonObject Nest(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var (root, rows) = (new JsonObject(), new Rows());
        foreach (var (name, values) in form)
        {
            if (name is AntiforgeryField or KeyName) continue;
            Put(root, rows, [.. Steps().Matches(name).Select(match => match.Value)], Value(values));
        }

        return root;
    }

    /// <summary>A checked box is sent after its hidden "false"; any other repeated name is a list.</summary>
    private static JsonNode Value(StringValues values) => values switch
    {
        [var one] => JsonValue.Create(one ?? ""),
        ["false", "true"] => JsonValue.Create("true"),
        _ => new JsonArray([.. values.Select(text => JsonValue.Create(text))]),
    };

    private static async Task<Input> FromJson(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: false));
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var idempotencyKey = IdempotencyKeyOf(request, request.Headers[KeyName], text);
        if (string.IsNullOrWhiteSpace(text)) return Input.Of([], idempotencyKey);
        return Parse(text) is JsonObject fields ? Input.Of(fields, idempotencyKey) : Malformed();
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
        var fields = Nest(form);
        var key = request.Headers[KeyName].FirstOrDefault() ?? form[KeyName];
        return Input.Of(fields, IdempotencyKeyOf(request, key, fields.ToJsonString()));
    }

    private static IdempotencyKey? IdempotencyKeyOf(HttpRequest request, string? key, string body) =>
        string.IsNullOrEmpty(key) ? null : new($"{request.Method} {request.Path}", key, Input.Fingerprint(body));

    private static Input TooLarge() =>
        Input.Unreadable(new(RefusalKind.TooLarge, "too_large", "That is more than one megabyte."));

    private static Input Malformed() =>
        Input.Unreadable(new(RefusalKind.Malformed, "not_json", "This is not a JSON object."));

    private static void Put(JsonObject at, Rows rows, string[] steps, JsonNode value)
    {
        for (var i = 0; i < steps.Length - 1 && i < MaxDepth; i++)
        {
            if (steps[i + 1].All(char.IsAsciiDigit))
            {
                at = rows.Of(at, steps[i], steps[++i]);
                continue;
            }

            if (at[steps[i]] is not JsonObject inner) at[steps[i]] = inner = [];
            at = inner;
        }

        if (steps.Length > 0) at[steps[^1]] = value;
    }

    /// <summary>The rows of a form's lists, in the order in which they arrive, whatever their indexes are.</summary>
    private sealed class Rows
    {
        private readonly Dictionary<(JsonArray, string), JsonObject> rowsByNumber = [];

        public JsonObject Of(JsonObject at, string list, string number)
        {
            if (at[list] is not JsonArray rows) at[list] = rows = [];
            if (rowsByNumber.TryGetValue((rows, number), out var row)) return row;
            rows.Add(row = []);
            return rowsByNumber[(rows, number)] = row;
        }
    }

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Steps();
}
