using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>The last entry of an operator's log or of its waiver records. The hash is in hex.</summary>
public sealed record ChainHead(Guid Operator, long Seq, string Hash);

/// <summary>
/// Finds entries that were cut off the end of a chain. The shorter chain still verifies, so it is compared with heads
/// that were recorded elsewhere, in a backup or an email.
/// </summary>
public static class HashChains
{
    /// <summary>The tables with a chain.</summary>
    public const string Log = "log", Waivers = "waivers";

    public static IReadOnlyList<ChainHead> Heads(SqliteFile file, string table) => !file.HasTable(table) ? [] :
    [
        .. file.Query(
            $"SELECT OperatorId, max(Seq), Hash FROM {table} GROUP BY OperatorId ORDER BY OperatorId",
            row => new ChainHead(row.GetGuid(0), row.GetInt64(1), Convert.ToHexStringLower((byte[])row[2]))),
    ];

    /// <summary>Describes the first recorded head that is no longer in its chain; null if all are.</summary>
    public static string? FirstMissing(SqliteFile file, string table, IEnumerable<ChainHead> heads) =>
        heads.Select(head => FirstMissing(file, table, head)).FirstOrDefault(missing => missing is not null);

    private static string? FirstMissing(SqliteFile file, string table, ChainHead head)
    {
        var ofOperator = $"FROM {table} WHERE OperatorId = '{StrictRow.Literal(head.Operator)}'";
        var (what, part) = table == Log ? ("Log", "entry") : ("Waivers", "record");
        var hash = file
            .Query($"SELECT Hash {ofOperator} AND Seq = {head.Seq}", row => Convert.ToHexStringLower((byte[])row[0]))
            .FirstOrDefault();
        if (hash == head.Hash) return null;
        if (hash is not null) return $"{what} of operator {head.Operator}: {part} {head.Seq} was replaced.";
        var last = file.Scalar<long>($"SELECT coalesce(max(Seq), 0) {ofOperator} AND Seq < {head.Seq}");
        return $"{what} of operator {head.Operator}: {part} {last + 1} is missing; there were {head.Seq}.";
    }
}
