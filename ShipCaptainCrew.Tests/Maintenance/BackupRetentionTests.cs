using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed class BackupRetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_two_years_of_nightly_backups_seven_days_four_weeks_and_twelve_months_are_kept()
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
    public void All_backups_of_the_last_two_days_are_kept()
    {
        var today = Enumerable.Range(0, 10).Select(hours => Now.AddHours(-hours)).ToList();

        Assert.Equal(today.Order(), BackupRetention.Kept(today, Now).Order());
    }

    [Fact]
    public void Old_backups_are_kept_if_there_are_no_newer_ones()
    {
        DateTimeOffset[] old = [Now.AddYears(-1), Now.AddYears(-1).AddDays(-1)];

        Assert.Equal(2, BackupRetention.Kept(old, Now).Count);
    }
}
