namespace Bench.Speed;

/// <summary>
/// Chooses the next item to mark and its next state, so that every tap is a change. Each client has items of its own.
/// </summary>
internal sealed class Taps(SampleCharter charter, int clients)
{
    private static readonly string[] States = ["in_progress", "complete", "pending"];
    private readonly int[] counts = new int[clients];
    private readonly List<(string List, string Item)> items =
        [.. from list in charter.Checklists from item in list.Items select (list.Id, item)];

    public string Charter => charter.Id;

    public (string List, string Item, string State) Next(int client)
    {
        var (each, count) = (items.Count / clients, counts[client]++);
        var (list, item) = items[(client * each) + (count % each)];
        return (list, item, States[count / each % States.Length]);
    }

    /// <summary>The request that marks the next item by the API.</summary>
    public byte[] NextRequest(Visitor visitor, int client)
    {
        var (list, item, state) = Next(client);
        return visitor.Json("PUT", $"/api/events/{charter.Id}/checklists/{list}",
            new { items = (object[])[new { id = item, state }] });
    }
}
