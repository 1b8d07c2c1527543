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
        "Duties:reminders:Cron", "0 0 30 2 *", "Duties:reminders:Cron is \"0 0 30 2 *\", a time that never comes")]
    [InlineData("Duties:reminders:Cron", "0 0 18 * * *", "Duties:reminders:Cron")]
    [InlineData("Duties:ptb_nugde:Cron", "0 18 * * *", "Duties:ptb_nugde: there is no duty \"ptb_nugde\"")]
    [InlineData("Duties:ptb_nudge:Corn", "0 18 * * *", "Duties:ptb_nudge takes one setting, Cron")]
    public void A_schedule_that_makes_no_sense_is_refused_by_name(string setting, string value, string says) =>
        Assert.Contains(
            says, Assert.Throws<FormatException>(() => Read((setting, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_setting_puts_one_duty_at_another_time_and_leaves_the_others_alone()
    {
        var schedule = Read(("Duties:PTB_Nudge:Cron", " 30 17 * * * "));

        Assert.Equal(new DateTimeOffset(2026, 7, 1, 17, 30, 0, TimeSpan.Zero),
            schedule.Jobs.Single(job => job.Name == "ptb_nudge").Next(AppFixture.Morning));
        Assert.Equal(JobSchedule.Default.Count - 1, schedule.Jobs.Count(JobSchedule.Default.Contains));
    }

    [Fact]
    public void Permission_to_board_put_to_bed_is_at_six_in_the_evening_by_UTC() =>
        Assert.Equal("0 18 * * *", JobSchedule.Default.Single(job => job.Name == "ptb_nudge").Cron);

    private static JobSchedule Read(params (string Name, string Value)[] settings) => JobSchedule.Read(
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)))
            .Build(),
        AppFixture.Morning);
}
