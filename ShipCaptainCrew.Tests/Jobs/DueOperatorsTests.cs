using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>How the scheduler finds the operators for which a job is due.</summary>
public sealed class DueOperatorsTests
{
    private static readonly DateTime Departure = new(2026, 7, 4, 17, 30, 0);
    private static readonly DateTimeOffset Call = new(2026, 7, 4, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_operator_with_an_unreadable_row_does_not_keep_the_others_from_being_reminded()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var (broken, other) = (await OperatorFixture.Aboard(harness), await OperatorFixture.Aboard(harness));
        await broken.Charter(Departure);
        await other.Charter(Departure);
        using (var file = SqliteFile.Open(harness.Database))
        {
            file.Execute(
                $"UPDATE operators SET TimeZone = 'Not/AZone' WHERE upper(Id) = upper('{broken.OperatorId}')");
        }

        await harness.TickAt(Call.AddHours(-24));

        Assert.Empty(await broken.Letters(ReminderEmail.Kind));
        Assert.Equal(2, (await other.Letters(ReminderEmail.Kind)).Count);
    }

    [Fact]
    public async Task A_charter_can_remind_earlier_than_all_standing_orders_and_types_do()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-20));
        var crew = await OperatorFixture.Aboard(harness, deckhands: 0);
        await crew.Charter(Departure, more: (charter, _) => charter.RemindAt([336]));

        await harness.TickAt(Call.AddHours(-336));

        Assert.Single(await crew.Letters(ReminderEmail.Kind));
    }

    [Fact]
    public async Task An_operator_added_after_the_others_finished_a_daily_job_is_served_on_the_same_day()
    {
        var six = new DateTimeOffset(2026, 7, 1, 18, 0, 0, TimeSpan.Zero);
        await using var harness = await SchedulerHarness.At(six.AddMinutes(-1));
        await OperatorFixture.Aboard(harness);
        for (var second = 0; second < 3; second++) await harness.TickAt(six.AddSeconds(second));
        var late = await OperatorFixture.Aboard(harness);

        await harness.TickAt(six.AddSeconds(30));

        Assert.NotEmpty(await late.Runs("ptb_nudge"));
    }
}
