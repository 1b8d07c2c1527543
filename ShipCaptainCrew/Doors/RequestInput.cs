using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Doors;

/// <summary>Reads what came with a request, JSON or form alike, into one shape, so that both doors ask and refuse the same.</summary>
public static partial class RequestInput
{
    public const string KeyName = "Idempotency-Key";
    private const string AntiforgeryField = "__RequestVerificationToken";
    private const int Deepest = 16;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>A page's form.</summary>
    public static Task<Input> ReadForm(this HttpRequest request) =>
        Read(async () => FromForm(request, request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty));

    /// <summary>The query string, read with the same care as a body.</summary>
    public static Input ReadQuery(this HttpRequest request) => Input.Of(Nest(request.Query));

    /// <summary>A program's JSON. Nothing else is taken, so that no other site's form can pass for a program.</summary>
    public static Task<Input> ReadJson(this HttpRequest request) =>
        request.ContentType is null || request.HasJsonContentType()
            ? Read(() => FromJson(request))
            : Task.FromResult(Input.Unreadable(new(RefusalKind.WrongMedia, "not_json", "Send application/json.")));

    private static async Task<Input> Read(Func<Task<Input>> read)
    {
        try
        {
            return await read();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Input.Unreadable(new(RefusalKind.TooLarge, "too_large", "That is more than one megabyte."));
        }
        catch (Exception bad) when (bad is JsonException or InvalidDataException or BadHttpRequestException)
        {
            return Malformed();
        }
    }

    /// <summary><c>home_port.latitude</c> and <c>items[2].text</c> become the objects and lists they name.</summary>
    public static JsonObject Nest(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> form)
    {
        var root = new JsonObject();
        foreach (var (name, values) in form)
        {
            if (name is AntiforgeryField or KeyName) continue;
            JsonNode value = values.Count == 1 ? JsonValue.Create(values[0] ?? "") : new JsonArray([.. values.Select(text => JsonValue.Create(text))]);
            Put(root, [.. Steps().Matches(name).Select(match => match.Value)], value);
        }

        return root;
    }

    private static async Task<Input> FromJson(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, new UTF8Encoding(false, throwOnInvalidBytes: false));
        var text = await reader.ReadToEndAsync();
        var once = OnceOf(request, request.Headers[KeyName], text);
        if (string.IsNullOrWhiteSpace(text)) return Input.Of([], once);
        return JsonNode.Parse(text, documentOptions: Strict) is JsonObject fields ? Input.Of(fields, once) : Malformed();
    }

    private static Input FromForm(HttpRequest request, IFormCollection form)
    {
        var fields = Nest(form);
        var key = request.Headers[KeyName].FirstOrDefault() ?? form[KeyName];
        return Input.Of(fields, OnceOf(request, key, fields.ToJsonString()));
    }

    private static Once? OnceOf(HttpRequest request, string? key, string body) => string.IsNullOrEmpty(key)
        ? null
        : new($"{request.Method} {request.Path}", key, Input.Fingerprint(body));

    private static Input Malformed() => Input.Unreadable(new(RefusalKind.Malformed, "not_json", "This is not a JSON object."));

    private static void Put(JsonObject at, string[] steps, JsonNode value)
    {
        for (var i = 0; i < steps.Length - 1 && i < Deepest; i++)
        {
            if (steps[i + 1].All(char.IsAsciiDigit))
            {
                at = Row(at, steps[i], steps[++i]);
                continue;
            }

            if (at[steps[i]] is not JsonObject inner) at[steps[i]] = inner = [];
            at = inner;
        }

        if (steps.Length > 0) at[steps[^1]] = value;
    }

    /// <summary>The next row of a list: rows keep the order they came in, whatever their numbers.</summary>
    private static JsonObject Row(JsonObject at, string list, string number)
    {
        if (at[list] is not JsonArray rows) at[list] = rows = [];
        var row = rows.OfType<JsonObject>().FirstOrDefault(row => (string?)row["#"] == number);
        if (row is null) rows.Add(row = new JsonObject { ["#"] = number });
        return row;
    }

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex Steps();
}
