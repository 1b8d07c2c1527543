using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>Where an operator's chain ends: its log's, or its waiver book's.</summary>
public sealed record ChainHead(Guid Operator, long Seq, string Hash);

/// <summary>
/// The ends of the chains. A cut-off end leaves a shorter chain that is still whole; only an end that was written down
/// elsewhere, in a backup or a letter, can contradict it.
/// </summary>
public static class HashChains
{
    public const string Log = "log", Waivers = "waivers";

    public static IReadOnlyList<ChainHead> Heads(SqliteFile file, string table) => !file.HasTable(table) ? [] :
    [
        .. file.Query(
            $"SELECT OperatorId, max(Seq), Hash FROM {table} GROUP BY OperatorId ORDER BY OperatorId",
            row => new ChainHead(row.GetGuid(0), row.GetInt64(1), Convert.ToHexStringLower((byte[])row[2]))),
    ];

    /// <summary>The first end, of those written down, that is not in its chain any more; null where all are.</summary>
    public static string? Lost(SqliteFile file, string table, IEnumerable<ChainHead> heads) =>
        heads.Select(head => Lost(file, table, head)).FirstOrDefault(lost => lost is not null);

    private static string? Lost(SqliteFile file, string table, ChainHead head)
    {
        var own = $"FROM {table} WHERE OperatorId = '{StrictRow.Literal(head.Operator)}'";
        var (what, part) = table == Log ? ("Log", "entry") : ("Waivers", "record");
        var hash =
            file.Query($"SELECT Hash {own} AND Seq = {head.Seq}", row => Convert.ToHexStringLower((byte[])row[0]))
            .FirstOrDefault();
        if (hash == head.Hash) return null;
        return hash is null
            ? $"{what} of operator {head.Operator}: {part} {file.Scalar<long>(
                $"SELECT coalesce(max(Seq), 0) {own} AND Seq < {head.Seq}")
                + 1} is missing; there were {head.Seq}."
            : $"{what} of operator {head.Operator}: {part} {head.Seq} is another than there was.";
    }
}
