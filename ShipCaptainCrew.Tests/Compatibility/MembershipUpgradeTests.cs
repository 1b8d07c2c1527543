using Microsoft.Extensions.DependencyInjection;
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

    private (string Id, long? At) Logged() => old.Rows(
        "SELECT SubjectId, At FROM log WHERE Kind = 'member.joined' ORDER BY Seq DESC LIMIT 1",
        row => (row.GetString(0), (long?)row.GetInt64(1))).Single();

    private IReadOnlyList<(string Id, long? At)> Members(string column) => old.Rows(
        $"SELECT Id, {column} FROM members ORDER BY Id",
        row => (row.GetString(0), row.IsDBNull(1) ? null : (long?)row.GetInt64(1)));
}
