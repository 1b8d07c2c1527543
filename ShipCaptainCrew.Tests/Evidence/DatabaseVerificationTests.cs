using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Evidence;

/// <summary>A sound database with a log of some length, to take copies of.</summary>
public sealed class TestLog : IAsyncLifetime
{
    private readonly AppFixture app = new();

    public Guid OperatorId { get; private set; }

    public string Copy()
    {
        var path = Path.Combine(app.Folder, $"{Guid.NewGuid():N}.db");
        using var file = SqliteFile.Open(Path.Combine(app.Folder, StoragePaths.DatabaseName));
        file.CopyTo(path);
        return path;
    }

    public async ValueTask InitializeAsync()
    {
        var cast = await app.Cast();
        OperatorId = cast.OperatorId;
        for (var i = 0; i < 10; i++)
            await cast.Dana.Api.Post("/api/vessels", new { name = $"Aurora {i}", passenger_capacity = 6 }).Json(201);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

public sealed class DatabaseVerificationTests(TestLog logbook) : IClassFixture<TestLog>
{
    private const string Unguard =
        "DROP TRIGGER log_keeps_entries; DROP TRIGGER log_keeps_words; DROP TRIGGER log_keeps_places;";

    [Fact]
    public void What_was_written_and_left_alone_fits()
    {
        using var file = SqliteFile.Open(logbook.Copy());

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
        "INSERT INTO log SELECT OperatorId, Seq + 1, At, MemberId, Kind, SubjectId, CharterId, Facts, Hash, PreviousHash, SessionId, Address FROM log ORDER BY Seq DESC LIMIT 1",
        "is not what was written")]
    public void Whoever_tampers_with_the_log_is_found_out_and_the_first_bad_entry_named(string tampering, string found)
    {
        using var file = SqliteFile.Open(logbook.Copy());
        file.Execute($"{Unguard} {tampering}");

        Assert.Contains(found, DatabaseVerification.OfLog(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE log SET Facts = '{}' WHERE Seq = 7")]
    [InlineData("DELETE FROM log WHERE Seq = 7")]
    [InlineData("INSERT OR REPLACE INTO log SELECT * FROM log WHERE Seq = 7")]
    public void The_log_itself_refuses_to_be_rewritten(string rewriting)
    {
        using var file = SqliteFile.Open(logbook.Copy());

        var refused = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => file.Execute(rewriting));

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guard_taken_away_a_reference_to_nothing_and_another_programs_file_are_named()
    {
        Assert.Contains(
            "trigger log_keeps_entries is missing", After("DROP TRIGGER log_keeps_entries"), StringComparison.Ordinal);
        Assert.Contains("of members refers to a row of", After("PRAGMA foreign_keys=OFF; DELETE FROM AspNetUsers"),
            StringComparison.Ordinal);
        Assert.Contains("no database of ShipCaptainCrew", After("PRAGMA application_id=7"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_off_end_leaves_a_whole_chain_which_only_a_backups_manifest_can_contradict()
    {
        var path = logbook.Copy();
        using var file = SqliteFile.Open(path);
        var head = Assert.Single(HashChains.Heads(file, HashChains.Log));
        file.Execute($"{Unguard} DELETE FROM log WHERE Seq > 9");

        Assert.Null(DatabaseVerification.OfLog(file));
        Assert.NotEqual(head, Assert.Single(HashChains.Heads(file, HashChains.Log)));
    }

    private string? After(string harm)
    {
        using var file = SqliteFile.Open(logbook.Copy());
        file.Execute(harm);
        return DatabaseVerification.Of(file, new PublicSeals(""));
    }
}
