using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Evidence;

public sealed partial class TamperTests
{
    /// <summary>The columns in the order of the table.</summary>
    private const string InsertColumns =
        "OperatorId, Seq, At, Body, BodyHash, CharterId, Erases, GuestId, Hash, Id, KeyId, Kind, PreviousHash, "
        + "SealBytes";

    [Theory]
    [InlineData(
        "UPDATE waivers SET Body = CAST(replace(CAST(Body AS TEXT), 'Cleo', 'Chloe') AS BLOB) WHERE {q} AND Seq = 3",
        "record 3 is not what was signed")]
    [InlineData(
        "UPDATE waivers SET Body = CAST(replace(CAST(Body AS TEXT), '203.0.113.7', '203.0.113.8') AS BLOB) "
        + "WHERE {q} AND Seq = 3",
        "record 3 is not what was signed")]
    [InlineData("UPDATE waivers SET At = At + 1 WHERE {q} AND Seq = 3", "record 3 is not what was signed")]
    [InlineData("UPDATE waivers SET Body = NULL WHERE {q} AND Seq = 3", "record 3 is not what was signed")]
    [InlineData("UPDATE waivers SET Body = NULL", "record 1 is not what was signed")]
    [InlineData("UPDATE waivers SET Body = x'7B7D' WHERE {q} AND Seq = 2", "record 2 is not what was signed")]
    [InlineData("DELETE FROM waivers WHERE {q} AND Seq = 3", "record 3 is missing")]
    [InlineData("DELETE FROM waivers WHERE {q} AND Seq = 1", "record 1 is missing")]
    [InlineData("DELETE FROM waivers WHERE {q} AND Seq = 5", "record 2 is not what was signed")]
    [InlineData(
        "UPDATE waivers SET Seq = -Seq WHERE {q} AND Seq IN (3, 4); "
        + "UPDATE waivers SET Seq = 7 + Seq WHERE {q} AND Seq < 0",
        "record 3 is not what was signed")]
    [InlineData(
        "UPDATE waivers SET Kind = 'Signed' || char(0) WHERE {q} AND Seq = 3", "record 3 is not what was signed")]
    [InlineData("UPDATE waivers SET At = CAST(At AS BLOB) WHERE {q} AND Seq = 3", "record 3 is not what was signed")]
    [InlineData(
        "INSERT INTO waivers SELECT OperatorId, 6, At, Body, BodyHash, CharterId, NULL, GuestId, Hash, '{new}', KeyId, "
        + "Kind, Hash, SealBytes FROM waivers WHERE {q} AND Seq = 4",
        "record 6 is not what was signed")]
    [InlineData(
        "INSERT OR REPLACE INTO waivers SELECT OperatorId, 3, At, Body, BodyHash, CharterId, Erases, GuestId, Hash, "
        + "'{new}', KeyId, Kind, PreviousHash, SealBytes FROM waivers WHERE {q} AND Seq = 4",
        "record 3 is not what was signed")]
    public void Altered_deleted_swapped_and_forged_records_are_detected(string tampering, string fault)
    {
        var sql = tampering
            .Replace("{q}", waivers.OfQueen, StringComparison.Ordinal)
            .Replace("{new}", $"{Guid.CreateVersion7()}".ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("INTO waivers SELECT OperatorId,", $"INTO waivers ({InsertColumns}) SELECT OperatorId,",
                StringComparison.Ordinal);

        Assert.Contains(fault, waivers.FindingsAfter(sql).First, StringComparison.Ordinal);
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
    public void Triggers_refuse_to_rewrite_the_records(string sql)
    {
        using var file = SqliteFile.Open(waivers.Copy());

        var exception = Assert.Throws<SqliteException>(() => file.Execute(sql));

        Assert.Contains("are kept", exception.Message, StringComparison.Ordinal);
    }
}
