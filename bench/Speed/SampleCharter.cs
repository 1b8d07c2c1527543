using ShipCaptainCrew.Storage;

namespace Bench.Speed;

/// <summary>The ids of a charter, its items with their checklists, and its guests.</summary>
internal sealed class SampleCharter
{
    public SampleCharter(string id, IReadOnlyList<(string List, string Item)> items, IReadOnlyList<string> guests)
    {
        (Id, Items, Guests) = (id, items, guests);
        Taps = new(this);
    }

    public string Id { get; }

    public IReadOnlyList<(string List, string Item)> Items { get; }

    public IReadOnlyList<string> Guests { get; }

    public Taps Taps { get; }

    /// <summary>The charters of an operator that are to come, in their order.</summary>
    /// <param name="database">A database that the generator filled.</param>
    public static IReadOnlyList<SampleCharter> Read(string database, string slug)
    {
        using var file = SqliteFile.Open(database);
        var items = file.Query(
            "SELECT l.CharterId, l.Id, i.Id FROM checklist_items i JOIN checklists l ON l.OperatorId = i.OperatorId "
            + $"AND l.Id = i.ChecklistId {Of("i", slug)} ORDER BY l.Ordinal, i.Ordinal",
            row => (Charter: row.GetString(0), List: IdOf(row.GetString(1)), Item: IdOf(row.GetString(2))))
            .ToLookup(row => row.Charter, row => (row.List, row.Item));
        var guests = file.Query($"SELECT CharterId, Id FROM guests g {Of("g", slug)}",
            row => (Charter: row.GetString(0), Guest: IdOf(row.GetString(1))))
            .ToLookup(row => row.Charter, row => row.Guest);
        return
        [
            .. file.Query(
                $"SELECT Id FROM charters c {Of("c", slug)} AND Status = 'Scheduled' ORDER BY SortAt",
                row => row.GetString(0))
                .Select(id => new SampleCharter(IdOf(id), [.. items[id]], [.. guests[id]])),
        ];
    }

    private static string Of(string table, string slug) =>
        $"WHERE {table}.OperatorId = (SELECT Id FROM operators WHERE Slug = '{slug}')";

    /// <summary>An id as it is in addresses.</summary>
    private static string IdOf(string stored) => stored.ToLowerInvariant();
}
