using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

/// <summary>A backup with a seal key that is lost is kept, however old it is.</summary>
public sealed class LostKeyBackupTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_old_backups_of_a_day_the_older_one_is_kept_only_if_its_key_is_lost(bool isLost)
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Cast.Signs(day.CharterId, "Ann Lee");
        var backups = day.Ship.Services.GetRequiredService<Backups>();
        var older = backups.Make();
        day.Ship.Clock.Advance(TimeSpan.FromMinutes(1));
        backups.Make();
        if (isLost) Directory.Delete(Path.Combine(day.Ship.Folder, "keys"), recursive: true);
        day.Ship.Clock.Advance(TimeSpan.FromDays(9));

        backups.Prune();

        Assert.Equal(isLost, File.Exists(older));
    }
}
