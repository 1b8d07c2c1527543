using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>The daily email of July 3 at 18:00 UTC, which is 11:00 in San Diego.</summary>
public sealed partial class PtbNudgeTests
{
    private static readonly DateTimeOffset Six = new(2026, 7, 3, 18, 0, 0, TimeSpan.Zero);
    private static readonly DateTime Tomorrow = new(2026, 7, 4, 17, 30, 0);

    [Fact]
    public async Task Each_member_gets_one_email_with_their_open_items_and_the_captain_the_readiness()
    {
        await using var harness = await SchedulerHarness.At(Six.AddHours(-20));
        var crew = await OperatorFixture.Aboard(harness);
        await crew.Charter(Tomorrow, ["Navigation lights", "Bilge pump"]);
        await crew.Charter(Tomorrow.AddDays(1), ["Ice"]);
        await harness.Tick();

        await harness.TickAt(Six);
        await harness.TickAt(Six.AddMinutes(1));

        var (captain, deckhand) = (await Email(crew, crew.Captain), await Email(crew, crew.Deckhands[0]));
        Assert.Equal("Your list: Sat, Jul 4, 5:30 PM, Aurora, and 1 more", deckhand.Subject);
        Assert.Equal(
            ["Sat, Jul 4, 5:30 PM, Aurora: you are deckhand\n– Open: Navigation lights\n– Open: Bilge pump",
                "Sun, Jul 5, 5:30 PM, Aurora: you are deckhand\n– Open: Ice"],
            deckhand.Paragraphs);
        Assert.Equal(
            "Sat, Jul 4, 5:30 PM, Aurora: you are captain\n– 2 of 2 roles are filled.\n"
            + "– 0 of 2 required items are done.\n– Open: Navigation lights\n– Open: Bilge pump",
            captain.Paragraphs[0]);
        Assert.EndsWith("/me", captain.Closing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_captain_always_gets_the_email_and_others_only_with_something_open_and_not_turned_off()
    {
        await using var harness = await SchedulerHarness.At(Six.AddHours(-20));
        var crew = await OperatorFixture.Aboard(harness, deckhands: 2);
        await crew.Charter(Tomorrow);
        await crew.Charter(Tomorrow.AddDays(1), ["Ice"], crew: [crew.Deckhands[1]]);
        await crew.Without(crew.Deckhands[1], EmailPreference.Daily);
        await crew.Without(crew.Deckhands[0], EmailPreference.OpenPlaces);
        await harness.Tick();

        await harness.TickAt(Six);

        Assert.Equal([crew.Captain], (await crew.Letters(DailyEmail.Kind)).Select(email => email.MemberId!.Value));
    }

    [Fact]
    public async Task An_email_due_at_night_waits_until_8_00_and_is_not_sent_if_nothing_is_open_by_then()
    {
        await using var harness = await SchedulerHarness.At(Six.AddHours(-20));
        var crew = await OperatorFixture.Aboard(harness, "Australia/Sydney");
        var charter = await crew.Charter(Tomorrow, ["Ice"]);
        await harness.Tick();

        await harness.TickAt(Six);

        var email = (await crew.Letters(DailyEmail.Kind)).Single(email => email.MemberId == crew.Deckhands[0]);
        Assert.Equal(new DateTimeOffset(2026, 7, 3, 22, 0, 0, TimeSpan.Zero), email.NotBefore);
        harness.Turn(email.NotBefore);
        Assert.NotNull(await crew.View(email));
        await crew.Do(charter, (charter, actor) => charter.Cancel("Storm", actor));
        Assert.Null(await crew.View(email));
    }

    [Fact]
    public async Task The_number_of_queries_does_not_depend_on_the_number_of_open_items()
    {
        await using var harness = await SchedulerHarness.At(Six.AddHours(-20));
        var crew = await OperatorFixture.Aboard(harness);
        for (var day = 0; day < 2; day++) await crew.Charter(Tomorrow.AddDays(day), ["Ice"]);
        await harness.Tick();
        var few = await harness.Asked(Six);
        for (var i = 0; i < 40; i++)
            await crew.Charter(Tomorrow.AddDays(1 + (i % 2)).AddMinutes(i), ["Ice", "Water", "Fuel"]);

        Assert.Equal(few, await harness.Asked(Six.AddDays(1)));
    }

    private static async Task<EmailContent> Email(OperatorFixture crew, Guid memberId) =>
        (await crew.View((await crew.Letters(DailyEmail.Kind)).Single(email => email.MemberId == memberId)))!;
}
