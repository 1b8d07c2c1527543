using Microsoft.Data.Sqlite;

namespace ShipCaptainCrew.Tests.Storage;

public class SqliteTests
{
    [Fact]
    public void The_engine_is_new_enough_not_to_tear_a_WAL_file_that_is_reset_under_a_reader()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();

        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 51, 3), connection.ServerVersion);
    }
}
