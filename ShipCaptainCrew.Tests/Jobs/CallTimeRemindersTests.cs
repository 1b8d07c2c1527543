using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>
/// Reminders for a charter on July 4 at 17:30 in San Diego. Its call time is 16:30; reminders are due 72, 24 and 3
/// hours before that unless a test sets other hours.
/// </summary>
public sealed partial class CallTimeRemindersTests
{
    private static readonly DateTime Departure = new(2026, 7, 4, 17, 30, 0);
    private static readonly DateTimeOffset Call = new(2026, 7, 4, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_crew_is_reminded_72_24_and_3_hours_before_call_time()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness);
        await crew.Charter(Departure);

        for (var at = Call.AddDays(-4); at < Call.AddHours(5); at = at.AddMinutes(30)) await harness.TickAt(at);

        var emails = await crew.Letters(ReminderEmail.Kind);
        foreach (var member in new[] { crew.Captain, crew.Deckhands[0] })
        {
            Assert.Equal([Call.AddHours(-72), Call.AddHours(-24), Call.AddHours(-3)],
                emails.Where(email => email.MemberId == member).Select(email => email.CreatedAt));
        }
    }

    [Fact]
    public async Task Reminder_hours_of_the_charter_override_its_type_which_overrides_the_standing_orders()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness, deckhands: 0);
        await crew.Order(48);
        await crew.Charter(Departure);
        await crew.Charter(Departure.AddDays(1), more: (charter, _) => charter.RemindAt([30]));
        await crew.Charter(Departure.AddDays(2), more: (charter, _) => charter.RemindAt([]));

        for (var at = Call.AddDays(-4); at < Call.AddDays(3); at = at.AddHours(1)) await harness.TickAt(at);

        Assert.Equal([Call.AddHours(-48), Call.AddDays(1).AddHours(-30)],
            (await crew.Letters(ReminderEmail.Kind)).Select(email => email.CreatedAt));
    }

    [Fact]
    public async Task A_reminder_due_at_night_is_sent_the_evening_before()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness, deckhands: 0);
        await crew.Order(3);
        await crew.Charter(new(2026, 7, 4, 8, 0, 0));

        for (var at = Call.AddDays(-3); at < Call; at = at.AddMinutes(15)) await harness.TickAt(at);

        Assert.Equal(new DateTimeOffset(2026, 7, 4, 3, 45, 0, TimeSpan.Zero),
            Assert.Single(await crew.Letters(ReminderEmail.Kind)).CreatedAt);
    }

    [Fact]
    public async Task The_email_shows_the_call_time_open_items_and_the_link_to_email_preferences()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Departure, ["Navigation lights", "Bilge pump"]);
        await harness.TickAt(Call.AddHours(-24));
        var email = (await crew.Letters(ReminderEmail.Kind)).Single(email => email.MemberId == crew.Deckhands[0]);

        var content = (await crew.View(email))!;

        Assert.Equal("Sat, Jul 4, 5:30 PM, Aurora: you are deckhand", content.Subject);
        Assert.Contains("Be aboard at 4:30 PM", content.Opening, StringComparison.Ordinal);
        Assert.Equal(["Still open before departure:\n– Navigation lights\n– Bilge pump"], content.Paragraphs);
        Assert.Contains("/me/answers/", content.Action!.Address, StringComparison.Ordinal);
        Assert.EndsWith("/me", content.Closing, StringComparison.Ordinal);

        await crew.Do(charter, (charter, actor) => charter.Cancel("Storm", actor));
        Assert.Null(await crew.View(email));
    }
}
