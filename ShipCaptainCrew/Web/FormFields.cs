using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace ShipCaptainCrew.Web;

/// <summary>Turns the flat field names of a form into nested JSON.</summary>
public static class FormFields
{
    /// <summary>No name is split further, however many separators it has.</summary>
    private const int MaxSteps = RequestInput.MaxDepth + 2;

    private static readonly char[] Separators = ['.', '[', ']'];

    private const string AntiforgeryField = "__RequestVerificationToken";

    /// <summary>Turns names such as <c>home_port.name</c> and <c>items[2].text</c> into objects and lists.</summary>
    public static JsonObject Nest(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var (root, rows) = (new JsonObject(), new Rows());
        foreach (var (name, values) in form)
        {
            if (name is AntiforgeryField or RequestInput.KeyName) continue;
            Put(root, rows, name.Split(Separators, MaxSteps, StringSplitOptions.RemoveEmptyEntries), Value(values));
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

    private static void Put(JsonObject at, Rows rows, string[] steps, JsonNode value)
    {
        for (var i = 0; i < steps.Length - 1 && i < RequestInput.MaxDepth; i++)
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
}
