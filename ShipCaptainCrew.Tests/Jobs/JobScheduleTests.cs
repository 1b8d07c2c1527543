using Microsoft.Extensions.Configuration;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

public sealed class JobScheduleTests
{
    [Theory]
    [InlineData("Duties:ptb_nudge:Cron", "every day", "Duties:ptb_nudge:Cron is \"every day\"; it must be five fields")]
    [InlineData("Duties:ptb_nudge:Cron", "", "Duties:ptb_nudge:Cron is \"\"")]
    [InlineData(
        "Duties:reminders:Cron", "0 0 30 2 *", "Duties:reminders:Cron is \"0 0 30 2 *\", a time that never occurs")]
    [InlineData("Duties:reminders:Cron", "0 0 18 * * *", "Duties:reminders:Cron")]
    [InlineData("Duties:ptb_nugde:Cron", "0 18 * * *", "Duties:ptb_nugde: there is no job \"ptb_nugde\"")]
    [InlineData("Duties:ptb_nudge:Corn", "0 18 * * *", "Duties:ptb_nudge takes one setting, Cron")]
    public void An_invalid_schedule_setting_is_refused_by_its_name(string setting, string value, string expected) =>
        Assert.Contains(
            expected, Assert.Throws<FormatException>(() => Read((setting, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_setting_changes_the_time_of_one_job_only()
    {
        var schedule = Read(("Duties:PTB_Nudge:Cron", " 30 17 * * * "));

        Assert.Equal(new DateTimeOffset(2026, 7, 1, 17, 30, 0, TimeSpan.Zero),
            schedule.Jobs.Single(job => job.Name == "ptb_nudge").Next(AppFixture.Morning));
        Assert.Equal(JobSchedule.Default.Count - 1, schedule.Jobs.Count(JobSchedule.Default.Contains));
    }

    [Fact]
    public void The_daily_nudge_runs_at_18_00_UTC() =>
        Assert.Equal("0 18 * * *", JobSchedule.Default.Single(job => job.Name == "ptb_nudge").Cron);

    private static JobSchedule Read(params (string Name, string Value)[] settings) => JobSchedule.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)))
            .Build(),
        AppFixture.Morning);
}
