namespace Bench.Speed;

/// <summary>
/// Chooses the next item of a charter to mark and its next state, so that every tap is a change. Several clients may
/// ask at once, but fewer than there are items.
/// </summary>
internal sealed class Taps(SampleCharter charter)
{
    private static readonly string[] States = ["pending", "in_progress", "complete"];
    private readonly int[] states = new int[charter.Items.Count];
    private int last = -1;

    public (string List, string Item, string State) Next()
    {
        var i = (int)((uint)Interlocked.Increment(ref last) % charter.Items.Count);
        states[i] = (states[i] + 1) % States.Length;
        return (charter.Items[i].List, charter.Items[i].Item, States[states[i]]);
    }

    /// <summary>The request that marks the next item by the API.</summary>
    public byte[] NextRequest(Visitor visitor)
    {
        var (list, item, state) = Next();
        return visitor.Json("PUT", $"/api/events/{charter.Id}/checklists/{list}",
            new { items = (object[])[new { id = item, state }] });
    }
}
