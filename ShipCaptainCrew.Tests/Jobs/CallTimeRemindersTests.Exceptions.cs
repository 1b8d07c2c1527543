using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>Reminders that are not sent, or not at the usual time.</summary>
public sealed partial class CallTimeRemindersTests
{
    [Theory]
    [InlineData(-12.5, 1)]
    [InlineData(-11.5, 0)]
    [InlineData(-25, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public async Task After_downtime_a_reminder_up_to_12_hours_late_is_sent_and_an_older_one_is_not(
        double hoursToCall, int emails)
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness, deckhands: 0);
        await crew.Charter(Departure);
        await harness.TickAt(Call.AddHours(-73));

        await harness.TickAt(Call.AddHours(hoursToCall));

        Assert.Equal(emails, (await crew.Letters(ReminderEmail.Kind)).Count);
    }

    [Fact]
    public async Task Of_reminders_due_together_only_the_latest_is_sent_and_none_within_20_hours()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness, deckhands: 0);
        await crew.Order(10, 8, 3);
        await crew.Charter(Departure);

        await harness.TickAt(Call.AddHours(-8));
        await harness.TickAt(Call.AddHours(-3));

        var rules = (await crew.Nudges()).Where(claim => claim.Key.StartsWith("reminder|", StringComparison.Ordinal))
            .Select(claim => $"{claim.Key.Split('|')[1]} {claim.Rule}");
        Assert.Equal(["10h reminder suppressed", "3h reminder suppressed", "8h reminder"], rules.Order());
        Assert.Single(await crew.Letters(ReminderEmail.Kind));
    }

    [Fact]
    public async Task A_member_who_joined_after_a_reminder_was_due_or_turned_reminders_off_gets_none()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness, deckhands: 2);
        await crew.Without(crew.Deckhands[0], EmailPreference.Reminders);
        var late = crew.Deckhands[1];
        var charter = await crew.Charter(Departure, crew: [crew.Captain, crew.Deckhands[0]]);
        harness.Turn(Call.AddHours(-23));
        await crew.Claim(charter, late);

        await harness.TickAt(Call.AddHours(-22));

        Assert.Equal([crew.Captain], (await crew.Letters(ReminderEmail.Kind)).Select(email => email.MemberId!.Value));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_cancelled_charter()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Departure);
        await crew.Do(charter, (charter, actor) => charter.Cancel("Storm", actor));

        await harness.TickAt(Call.AddHours(-24));

        Assert.Empty(await crew.Letters(ReminderEmail.Kind));
    }
}
