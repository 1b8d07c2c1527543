using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// In a data folder of an earlier build, each membership is active since the person joined, so that sessions go on.
/// </summary>
public sealed class MembershipUpgradeTests : IAsyncLifetime
{
    private readonly OldFolder old = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => old.DisposeAsync();

    [Fact]
    public void A_person_who_was_invited_again_is_known_to_have_joined_from_the_log()
    {
        var joined = Members("JoinedAt").Where(row => row.At is not null).ToList();
        using (var file = SqliteFile.Open(old.Database))
            file.Execute($"UPDATE members SET JoinedAt = NULL WHERE Id = '{Logged().Id}'");

        _ = old.Ship.Services.GetRequiredService<StoragePaths>();

        Assert.NotEmpty(joined);
        Assert.Equal(joined, Members("ActiveSince").Where(row => row.At is not null));
    }

    [Fact]
    public void A_person_who_was_suspended_and_is_active_again_is_active_since_the_last_change_of_that()
    {
        var member = Guid.Parse(Logged().Id);
        var at = old.Ship.Clock.GetUtcNow();
        LogChange(member, at);

        _ = old.Ship.Services.GetRequiredService<StoragePaths>();

        Assert.Equal(at.UtcTicks, Members("ActiveSince").Single(row => Guid.Parse(row.Id) == member).At);
    }

    /// <summary>Appends to the audit log, as the earlier build would, that the suspension was changed.</summary>
    private void LogChange(Guid member, DateTimeOffset at)
    {
        var (owner, seq, hash) = old.Rows(
            $"SELECT OperatorId, Seq, Hash FROM log WHERE OperatorId = (SELECT OperatorId FROM members WHERE Id = "
                + $"'{Literal(member)}') ORDER BY Seq DESC LIMIT 1",
            row => (row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2))).Single();
        var changed = ReferenceDataRecorded.Changed(Member.LogNoun, member, ["suspended"]);
        var entry = new LogEntry(owner, seq + 1, new(null, at), changed, LogFacts.Write(changed), hash);
        using var file = SqliteFile.Open(old.Database);
        file.Execute(
            "INSERT INTO log (OperatorId, Seq, At, Kind, SubjectId, Facts, PreviousHash, Hash) VALUES ("
            + $"'{Literal(owner)}', {entry.Seq}, {at.UtcTicks}, '{entry.Kind}', "
            + $"'{Literal(member)}', '{entry.Facts}', x'{Convert.ToHexString(entry.PreviousHash)}', "
            + $"x'{Convert.ToHexString(entry.Hash)}')");
    }

    private static string Literal(Guid id) => $"{id}".ToUpperInvariant();

    private (string Id, long? At) Logged() => old.Rows(
        "SELECT SubjectId, At FROM log WHERE Kind = 'member.joined' ORDER BY Seq DESC LIMIT 1",
        row => (row.GetString(0), (long?)row.GetInt64(1))).Single();

    private IReadOnlyList<(string Id, long? At)> Members(string column) => old.Rows(
        $"SELECT Id, {column} FROM members ORDER BY Id",
        row => (row.GetString(0), row.IsDBNull(1) ? null : (long?)row.GetInt64(1)));
}
