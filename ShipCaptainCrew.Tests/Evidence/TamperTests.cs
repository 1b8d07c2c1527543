using System.Globalization;
using System.Text;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Evidence;

/// <summary>An attacker who has everything on the machine except the sealing key edits the database file.</summary>
public sealed partial class TamperTests(WaiverRecordsFixture waivers) : IClassFixture<WaiverRecordsFixture>
{
    private const string Columns =
        "OperatorId Seq Id Kind CharterId GuestId Erases At Body BodyHash PreviousHash Hash SealBytes KeyId";

    public static TheoryData<string> EveryColumn => [.. Columns.Split(' ')];

    [Fact]
    public void Unchanged_signed_and_erased_records_verify()
    {
        using var file = SqliteFile.Open(waivers.Copy());

        Assert.Equal((null, 7), (waivers.Findings(file).First, waivers.Findings(file).Records));
        Assert.Null(waivers.Manifest.FirstMissing(file));
        Assert.Equal([5L, 2L], waivers.Manifest.Waivers!.OrderByDescending(head => head.Seq).Select(head => head.Seq));
        Assert.Single(waivers.Manifest.Seals!);
    }

    [Fact]
    public void The_tests_cover_every_column()
    {
        using var file = SqliteFile.Open(waivers.Copy());

        Assert.Equal(Columns.Split(' ').Order(),
            file.Query("SELECT name FROM pragma_table_info('waivers')", row => row.GetString(0)).Order());
    }

    /// <summary>
    /// Flips one bit of each byte of a record's value in turn, and in text also the case of letters, because SQLite and
    /// .NET accept an id in either case.
    /// </summary>
    [Theory]
    [MemberData(nameof(EveryColumn))]
    public void A_changed_byte_in_any_column_is_detected_and_the_record_named(string column)
    {
        using var file = SqliteFile.Open(waivers.Copy());
        file.Execute($"{WaiverRecordsFixture.DropTriggers} PRAGMA foreign_keys=OFF");
        var record = $"{waivers.OfQueen} AND Seq = {(column is "Erases" ? 5 : 3)}";
        var rowid = file.Scalar<long>($"SELECT rowid FROM waivers WHERE {record}");
        var missed = new List<string>();
        foreach (var forged in Forgeries(file, column, rowid))
        {
            file.Execute("BEGIN");
            file.Execute($"UPDATE waivers SET {column} = {forged} WHERE rowid = {rowid}");
            var fault = waivers.Findings(file).First;
            if (!Names(fault, file, rowid)) missed.Add($"{forged}: {fault}");
            file.Execute("ROLLBACK");
        }

        Assert.Empty(missed);
    }

    private static bool Names(string? fault, SqliteFile file, long rowid)
    {
        if (fault is null) return false;
        var record = file
            .Query($"SELECT OperatorId, Seq FROM waivers WHERE rowid = {rowid}", row => $"{row[0]}: record {row[1]} is")
            .First();
        return fault.Contains("record 3 is", StringComparison.Ordinal)
            || fault.Contains("record 5 is", StringComparison.Ordinal)
            || fault.Contains(record, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>SQL literals of the value with one of its bytes changed.</summary>
    private static IEnumerable<string> Forgeries(SqliteFile file, string column, long rowid)
    {
        var (type, value) = file
            .Query($"SELECT typeof({column}), {column} FROM waivers WHERE rowid = {rowid}",
                row => (row.GetString(0), row[1]))
            .First();
        if (value is long number)
        {
            return Enumerable.Range(0, 8)
                .Select(at => (number ^ (0x40L << (at * 8))).ToString(CultureInfo.InvariantCulture));
        }

        var bytes = value is string text ? Encoding.UTF8.GetBytes(text) : (byte[])value;
        return
            from at in Enumerable.Range(0, bytes.Length)
            from bit in (byte[])(type == "text" ? [1, 0x20] : [1])
            let forged = bytes.Select((b, i) => i == at ? (byte)(b ^ bit) : b).ToArray()
            let hex = Convert.ToHexString(forged)
            select type == "text" ? $"CAST(x'{hex}' AS TEXT)" : $"x'{hex}'";
    }
}
