using System.Text.Json.Nodes;

namespace Bench.Speed;

/// <summary>The ids of a charter, its checklists with their items, and its guests.</summary>
internal sealed record SampleCharter(string Id, IReadOnlyList<SampleChecklist> Checklists, IReadOnlyList<string> Guests)
{
    public static SampleCharter Of(JsonNode charter, JsonNode guests) => new(
        (string)charter["id"]!,
        [.. charter["checklists"]!.AsArray().Select(list => new SampleChecklist(IdOf(list), Ids(list!["items"])))],
        Ids(guests["guests"]));

    private static List<string> Ids(JsonNode? list) => [.. list!.AsArray().Select(IdOf)];

    private static string IdOf(JsonNode? node) => (string)node!["id"]!;
}

internal sealed record SampleChecklist(string Id, IReadOnlyList<string> Items);
