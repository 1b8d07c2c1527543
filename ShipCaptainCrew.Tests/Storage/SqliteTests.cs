using Microsoft.Data.Sqlite;

namespace ShipCaptainCrew.Tests.Storage;

public class SqliteTests
{
    [Fact]
    public void The_SQLite_version_does_not_corrupt_a_WAL_file_that_is_reset_during_a_read()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 51, 3), connection.ServerVersion);
    }
}
