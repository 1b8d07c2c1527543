using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Tests.Evidence;

public sealed class DatabaseVerificationTests(TestLog testLog) : IClassFixture<TestLog>
{
    private const string DropTriggers =
        "DROP TRIGGER log_keeps_entries; DROP TRIGGER log_keeps_words; DROP TRIGGER log_keeps_places;";

    [Fact]
    public void An_unchanged_database_verifies()
    {
        using var file = SqliteFile.Open(testLog.Copy());

        Assert.Null(DatabaseVerification.Of(file, new PublicSeals("")));
        Assert.True(Assert.Single(HashChains.Heads(file, HashChains.Log)).Seq > 10);
    }

    [Theory]
    [InlineData("UPDATE log SET Facts = '{}' WHERE Seq = 7", "entry 7 is not what was written")]
    [InlineData("UPDATE log SET At = At + 1 WHERE Seq = 7", "entry 7 is not what was written")]
    [InlineData("UPDATE log SET Kind = Kind || 2 WHERE Seq = 9", "entry 9 is not what was written")]
    [InlineData("UPDATE log SET Hash = x'00' WHERE Seq = 7", "entry 7 is not what was written")]
    [InlineData("UPDATE log SET OperatorId = 'nobody' WHERE Seq = 8", "entry 8 is missing")]
    [InlineData("UPDATE log SET OperatorId = 'nobody'", "Log of operator nobody: entry 1 is not what was written")]
    [InlineData("UPDATE log SET Address = '203.0.113.9' WHERE Seq = 7", "entry 7 is not what was written")]
    [InlineData("DELETE FROM log WHERE Seq = 7", "entry 7 is missing")]
    [InlineData("DELETE FROM log WHERE Seq = 1", "entry 1 is missing")]
    [InlineData("UPDATE log SET Seq = -Seq WHERE Seq IN (6, 7); UPDATE log SET Seq = 13 + Seq WHERE Seq < 0",
        "entry 6 is not what was written")]
    [InlineData(
        "INSERT INTO log SELECT OperatorId, Seq + 1, At, MemberId, Kind, SubjectId, CharterId, Facts, Hash, "
        + "PreviousHash, SessionId, Address FROM log ORDER BY Seq DESC LIMIT 1",
        "is not what was written")]
    public void Tampering_with_the_log_is_detected_and_the_first_wrong_entry_named(string sql, string fault)
    {
        using var file = SqliteFile.Open(testLog.Copy());
        file.Execute($"{DropTriggers} {sql}");

        Assert.Contains(fault, DatabaseVerification.OfLog(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE log SET Facts = '{}' WHERE Seq = 7")]
    [InlineData("DELETE FROM log WHERE Seq = 7")]
    [InlineData("INSERT OR REPLACE INTO log SELECT * FROM log WHERE Seq = 7")]
    public void Triggers_refuse_to_rewrite_the_log(string sql)
    {
        using var file = SqliteFile.Open(testLog.Copy());

        var exception = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => file.Execute(sql));

        Assert.Contains("append-only", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_trigger_a_broken_reference_and_another_programs_file_are_named()
    {
        Assert.Contains("trigger log_keeps_entries is missing", FaultAfter("DROP TRIGGER log_keeps_entries"),
            StringComparison.Ordinal);
        Assert.Contains("of members refers to a missing row of",
            FaultAfter("PRAGMA foreign_keys=OFF; DELETE FROM AspNetUsers"), StringComparison.Ordinal);
        Assert.Contains("not a ShipCaptainCrew database", FaultAfter("PRAGMA application_id=7"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_cut_off_at_its_end_verifies_but_differs_from_the_recorded_head()
    {
        var path = testLog.Copy();
        using var file = SqliteFile.Open(path);
        var head = Assert.Single(HashChains.Heads(file, HashChains.Log));
        file.Execute($"{DropTriggers} DELETE FROM log WHERE Seq > 9");

        Assert.Null(DatabaseVerification.OfLog(file));
        Assert.NotEqual(head, Assert.Single(HashChains.Heads(file, HashChains.Log)));
    }

    private string? FaultAfter(string sql)
    {
        using var file = SqliteFile.Open(testLog.Copy());
        file.Execute(sql);
        return DatabaseVerification.Of(file, new PublicSeals(""));
    }
}
