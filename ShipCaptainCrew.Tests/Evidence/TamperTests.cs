using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Evidence;

/// <summary>Somebody who owns the whole machine, but for the key, edits the database file.</summary>
public sealed class TamperTests(WaiverRecordsFixture books) : IClassFixture<WaiverRecordsFixture>
{
    private const string Columns =
        "OperatorId Seq Id Kind CharterId GuestId Erases At Body BodyHash PreviousHash Hash SealBytes KeyId";

    public static TheoryData<string> EveryColumn => [.. Columns.Split(' ')];

    [Fact]
    public void What_was_signed_and_erased_by_rule_and_left_alone_fits()
    {
        using var file = SqliteFile.Open(books.Copy());

        Assert.Equal((null, 7), (books.Findings(file).First, books.Findings(file).Records));
        Assert.Null(books.Manifest.LostFrom(file));
        Assert.Equal([5L, 2L], books.Manifest.Waivers!.OrderByDescending(head => head.Seq).Select(head => head.Seq));
        Assert.Single(books.Manifest.Seals!);
    }

    [Fact]
    public void There_is_no_column_that_these_tests_forget()
    {
        using var file = SqliteFile.Open(books.Copy());

        Assert.Equal(Columns.Split(' ').Order(),
            file.Query("SELECT name FROM pragma_table_info('waivers')", row => row.GetString(0)).Order());
    }

    /// <summary>
    /// Each byte of each value of one record in turn, one bit of it turned; letters also into their other case, which
    /// SQLite and .NET hold for the same id.
    /// </summary>
    [Theory]
    [MemberData(nameof(EveryColumn))]
    public void Any_byte_changed_in_any_column_is_found_and_the_record_named(string column)
    {
        using var file = SqliteFile.Open(books.Copy());
        file.Execute($"{WaiverRecordsFixture.Unguard} PRAGMA foreign_keys=OFF");
        var record = $"{books.OfQueen} AND Seq = {(column is "Erases" ? 5 : 3)}";
        var rowid = file.Scalar<long>($"SELECT rowid FROM waivers WHERE {record}");
        var missed = new List<string>();
        foreach (var forged in Forgeries(file, column, rowid))
        {
            file.Execute("BEGIN");
            file.Execute($"UPDATE waivers SET {column} = {forged} WHERE rowid = {rowid}");
            if (!Names(books.Findings(file).First, file, rowid)) missed.Add($"{forged}: {books.Findings(file).First}");
            file.Execute("ROLLBACK");
        }

        Assert.Empty(missed);
    }

    [Theory]
    [InlineData(
        "UPDATE waivers SET Body = CAST(replace(CAST(Body AS TEXT), 'Cleo', 'Chloe') AS BLOB) WHERE {q} AND Seq = 3",
        "record 3 is not what was signed")]
    [InlineData(
        "UPDATE waivers SET Body = CAST(replace(CAST(Body AS TEXT), '203.0.113.7', '203.0.113.8') AS BLOB) WHERE {q} AND Seq = 3",
        "record 3 is not what was signed")]
    [InlineData("UPDATE waivers SET At = At + 1 WHERE {q} AND Seq = 3", "record 3 is not what was signed")]
    [InlineData("UPDATE waivers SET Body = NULL WHERE {q} AND Seq = 3", "record 3 is not what was signed")]
    [InlineData("UPDATE waivers SET Body = NULL", "record 1 is not what was signed")]
    [InlineData("UPDATE waivers SET Body = x'7B7D' WHERE {q} AND Seq = 2", "record 2 is not what was signed")]
    [InlineData("DELETE FROM waivers WHERE {q} AND Seq = 3", "record 3 is missing")]
    [InlineData("DELETE FROM waivers WHERE {q} AND Seq = 1", "record 1 is missing")]
    [InlineData("DELETE FROM waivers WHERE {q} AND Seq = 5", "record 2 is not what was signed")]
    [InlineData(
        "UPDATE waivers SET Seq = -Seq WHERE {q} AND Seq IN (3, 4); UPDATE waivers SET Seq = 7 + Seq WHERE {q} AND Seq < 0",
        "record 3 is not what was signed")]
    [InlineData(
        "UPDATE waivers SET Kind = 'Signed' || char(0) WHERE {q} AND Seq = 3", "record 3 is not what was signed")]
    [InlineData("UPDATE waivers SET At = CAST(At AS BLOB) WHERE {q} AND Seq = 3", "record 3 is not what was signed")]
    [InlineData(
        "INSERT INTO waivers SELECT OperatorId, 6, At, Body, BodyHash, CharterId, NULL, GuestId, Hash, '{new}', KeyId, Kind, Hash, SealBytes FROM waivers WHERE {q} AND Seq = 4",
        "record 6 is not what was signed")]
    [InlineData(
        "INSERT OR REPLACE INTO waivers SELECT OperatorId, 3, At, Body, BodyHash, CharterId, Erases, GuestId, Hash, '{new}', KeyId, Kind, PreviousHash, SealBytes FROM waivers WHERE {q} AND Seq = 4",
        "record 3 is not what was signed")]
    public void Whoever_alters_deletes_swaps_or_forges_is_found_out(string tampering, string found)
    {
        var names = Layout();
        var sql = tampering.Replace("{q}", books.OfQueen, StringComparison.Ordinal)
            .Replace("{new}", $"{Guid.CreateVersion7()}".ToUpperInvariant(), StringComparison.Ordinal);
        sql =
            sql.Replace("INTO waivers SELECT OperatorId,", $"INTO waivers ({names}) SELECT OperatorId,",
                StringComparison.Ordinal);

        Assert.Contains(found, books.After(sql).First, StringComparison.Ordinal);
    }

    /// <summary>
    /// A shorter chain is whole; the newest backup's manifest and the letters to the owner know how long it was.
    /// </summary>
    [Fact]
    public void A_cut_off_end_is_found_by_what_the_newest_backup_says()
    {
        using var file = SqliteFile.Open(books.Copy());
        file.Execute($"{WaiverRecordsFixture.Unguard} DELETE FROM waivers WHERE NOT ({books.OfQueen})");

        Assert.Null(books.Findings(file).First);
        Assert.Equal(
            $"Waivers of operator {books.Other}: record 1 is missing; there were 2.", books.Manifest.LostFrom(file));
    }

    /// <summary>Everything that can be computed without the key is put right again; the seal cannot.</summary>
    [Fact]
    public void A_chain_recomputed_without_the_key_does_not_hold()
    {
        using var file = SqliteFile.Open(books.Copy());
        file.Execute(
            $"{WaiverRecordsFixture.Unguard} UPDATE waivers SET Body = CAST(replace(CAST(Body AS TEXT), 'Cleo', 'Chloe') AS BLOB) WHERE {books.OfQueen} AND Seq = 3");
        Recompute(file, from: 3);

        Assert.Equal(
            $"Waivers of operator {books.Queen}: record 3 is not what was signed.", books.Findings(file).Fault);
    }

    /// <summary>
    /// A key of the forger's own seals it all afresh: the hashes fit, and the missing public key is named.
    /// </summary>
    [Fact]
    public void A_chain_sealed_with_a_key_of_ones_own_names_the_key_that_is_not_here()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var file = SqliteFile.Open(books.Copy());
        file.Execute(
            $"{WaiverRecordsFixture.Unguard} UPDATE waivers SET KeyId = 'feedfacefeedface' WHERE {books.OfQueen} AND Seq >= 3");
        Recompute(file, from: 3, own);

        var findings = books.Findings(file);

        Assert.Null(findings.Fault);
        Assert.Contains(
            "record 3 was sealed with key feedfacefeedface, and seal-feedfacefeedface.pub.pem is not in the key folder",
            findings.Unproved, StringComparison.Ordinal);
        Assert.Contains("record 5 is another than there was", books.Manifest.LostFrom(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE waivers SET Body = x'7B7D' WHERE Seq = 3")]
    [InlineData("UPDATE waivers SET Body = NULL WHERE Seq = 3")]
    [InlineData("UPDATE waivers SET At = At + 1 WHERE Seq = 2")]
    [InlineData("UPDATE OR REPLACE waivers SET Seq = 4 WHERE Seq = 3")]
    [InlineData("DELETE FROM waivers WHERE Seq = 5")]
    [InlineData("INSERT OR REPLACE INTO waivers SELECT * FROM waivers WHERE Seq = 3")]
    [InlineData("REPLACE INTO waivers SELECT * FROM waivers")]
    [InlineData("UPDATE waiver_versions SET Html = ''")]
    [InlineData("DELETE FROM waiver_versions")]
    [InlineData("INSERT OR REPLACE INTO waiver_versions SELECT * FROM waiver_versions")]
    public void The_book_itself_refuses_to_be_rewritten(string rewriting)
    {
        using var file = SqliteFile.Open(books.Copy());

        Assert.Contains("are kept", Assert.Throws<SqliteException>(() => file.Execute(rewriting)).Message,
            StringComparison.Ordinal);
    }

    private static bool Names(string? found, SqliteFile file, long rowid)
    {
        var (operatorId, seq) =
            file.Query($"SELECT OperatorId, Seq FROM waivers WHERE rowid = {rowid}", row => (row[0], row[1]))
            .First();
        return found is not null
            && (found.Contains("record 3 is", StringComparison.Ordinal)
                || found.Contains("record 5 is", StringComparison.Ordinal)
            || found.Contains(string.Create(CultureInfo.InvariantCulture, $"{operatorId}: record {seq} is"),
                StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>SQL literals for the value with one byte of it changed.</summary>
    private static IEnumerable<string> Forgeries(SqliteFile file, string column, long rowid)
    {
        var (type, value) =
            file.Query($"SELECT typeof({column}), {column} FROM waivers WHERE rowid = {rowid}",
                row => (row.GetString(0), row[1]))
            .First();
        if (value is long number)
            return Enumerable.Range(0, 8)
                .Select(at => (number ^ (0x40L << (at * 8))).ToString(CultureInfo.InvariantCulture));
        var bytes = value is string text ? Encoding.UTF8.GetBytes(text) : (byte[])value;
        return
            from at in Enumerable.Range(0, bytes.Length)
            from bit in (byte[])(type == "text" ? [1, 0x20] : [1])
            let forged = bytes.Select((b, i) => i == at ? (byte)(b ^ bit) : b).ToArray()
            select type == "text"
                ? $"CAST(x'{Convert.ToHexString(forged)}' AS TEXT)" : $"x'{Convert.ToHexString(forged)}'";
    }

    private static string Layout() =>
        "OperatorId, Seq, At, Body, BodyHash, CharterId, Erases, GuestId, Hash, Id, KeyId, Kind, PreviousHash, SealBytes";

    private void Recompute(SqliteFile file, long from, ECDsa? own = null)
    {
        for (var seq = from; seq <= 5; seq++)
        {
            var at = $"WHERE {books.OfQueen} AND Seq = {seq}";
            var row =
                file.Query($"SELECT Id, Kind, CharterId, GuestId, Erases, At, KeyId, Body, BodyHash FROM waivers {at}",
                    row => Enumerable.Range(0, 9).Select(i => row.IsDBNull(i) ? null : row[i]).ToArray())
                .First();
            var bodyHash = row[7] is byte[] body ? SHA256.HashData(body) : (byte[])row[8]!;
            var previous = seq == 1
                ? new byte[32]
                : file.Scalar<byte[]>($"SELECT Hash FROM waivers WHERE {books.OfQueen} AND Seq = {seq - 1}");
            var header =
                string.Join('\n', books.Queen, seq, Guid.Parse((string)row[0]!), row[1], Guid.Parse((string)row[2]!),
                    row[3] is string guest ? Guid.Parse(guest) : null, row[4], row[5], row[6]);
            var hash = SHA256.HashData([.. previous, .. SHA256.HashData(Encoding.UTF8.GetBytes(header)), .. bodyHash]);
            file.Execute(
                $"UPDATE waivers SET BodyHash = x'{Convert.ToHexString(
                    bodyHash)}', PreviousHash = x'{Convert.ToHexString(
                        previous)}', Hash = x'{Convert.ToHexString(hash)}' {at}");
            if (own is not null)
                file.Execute(
                    $"UPDATE waivers SET SealBytes = x'{Convert.ToHexString(
                        own.SignData(hash, HashAlgorithmName.SHA256))}' {at}");
        }
    }
}
