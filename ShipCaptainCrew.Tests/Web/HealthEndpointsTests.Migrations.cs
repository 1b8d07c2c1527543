using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class HealthEndpointsTests
{
    [Fact]
    public async Task An_app_that_lacks_a_migration_is_not_ready_although_the_last_one_is_applied()
    {
        await using var app = new AppFixture();
        using var client = app.CreateClient();
        using (var file = SqliteFile.Open(Path.Combine(app.Folder, StoragePaths.DatabaseName)))
        {
            file.Execute("DELETE FROM __EFMigrationsHistory WHERE MigrationId = "
                + "(SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId DESC LIMIT 1 OFFSET 1)");
        }

        Assert.Equal("database", (string?)(await client.GetAsync("/healthz/ready", stop).Json(503))["because"]);
    }
}
