using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed class BackupRetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void After_two_years_of_nights_there_are_seven_days_four_weeks_and_twelve_months()
    {
        var nights = Enumerable.Range(0, 730).Select(days => Now.AddDays(-days)).ToList();

        var kept = BackupRetention.Kept(nights, Now).OrderDescending().Select(at => at.ToString("yyyy-MM-dd", null));

        Assert.Equal(
            [
                "2026-07-01", "2026-06-30", "2026-06-29", "2026-06-28", "2026-06-27", "2026-06-26", "2026-06-25",
                "2026-06-21", "2026-06-14", "2026-05-31", "2026-04-30", "2026-03-31", "2026-02-28", "2026-01-31",
                "2025-12-31", "2025-11-30", "2025-10-31", "2025-09-30", "2025-08-31",
            ],
            kept);
    }

    [Fact]
    public void All_of_the_last_two_days_stay_so_that_one_made_before_a_migration_is_not_lost_the_same_night()
    {
        var today = Enumerable.Range(0, 10).Select(hours => Now.AddHours(-hours)).ToList();

        Assert.Equal(today.Order(), BackupRetention.Kept(today, Now).Order());
    }

    [Fact]
    public void A_server_that_slept_for_a_year_keeps_what_it_had()
    {
        DateTimeOffset[] old = [Now.AddYears(-1), Now.AddYears(-1).AddDays(-1)];

        Assert.Equal(2, BackupRetention.Kept(old, Now).Count);
    }
}
