using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>The content of the daily email.</summary>
public sealed partial class PtbNudgeTests
{
    [Fact]
    public async Task An_assigned_member_who_has_not_confirmed_is_asked_to()
    {
        await using var harness = await SchedulerHarness.At(Six.AddHours(-20));
        var crew = await OperatorFixture.Aboard(harness);
        await crew.Charter(Tomorrow, crew: [crew.Captain],
            more: (charter, members) =>
                charter.Claim(CrewRole.Deckhand, members[crew.Deckhands[0]], new(crew.Captain, Six.AddDays(-1))));
        await harness.Tick();

        await harness.TickAt(Six);

        Assert.Equal("Sat, Jul 4, 5:30 PM, Aurora: you are deckhand\n– Please confirm that you can make it.",
            (await Email(crew, crew.Deckhands[0])).Paragraphs.Single());
    }

    [Fact]
    public async Task An_open_position_is_offered_unless_the_member_has_another_charter_then()
    {
        await using var harness = await SchedulerHarness.At(Six.AddHours(-20));
        var crew = await OperatorFixture.Aboard(harness, deckhands: 2);
        var (free, busy) = (crew.Deckhands[0], crew.Deckhands[1]);
        await crew.Charter(Tomorrow, crew: [crew.Captain]);
        await crew.Charter(Tomorrow.AddHours(1), crew: [busy]);
        await crew.Charter(Tomorrow.AddDays(5), crew: [crew.Captain]);
        await harness.Tick();

        await harness.TickAt(Six);

        Assert.Contains(
            "Open role: Sat, Jul 4, 5:30 PM, Aurora\n– deckhand", (await Email(crew, free)).Paragraphs);
        Assert.DoesNotContain(await crew.Letters(DailyEmail.Kind), email => email.MemberId == busy);
    }

    [Fact]
    public async Task Yesterdays_charter_that_is_not_put_to_bed_is_included()
    {
        await using var harness = await SchedulerHarness.At(Six.AddHours(-20));
        var crew = await OperatorFixture.Aboard(harness);
        var yesterday = await crew.Charter(Tomorrow.AddDays(-2), ["Cover the sails"], Phase.PostReturn);
        await harness.Tick();
        await crew.Do(yesterday, (charter, actor) =>
        {
            charter.Board(actor with { MemberId = crew.Captain });
            Assert.Null(charter.Depart(null, [], null, actor with { MemberId = crew.Captain }));
        });

        await harness.TickAt(Six);

        Assert.Equal(["Finish and close: Thu, Jul 2, 5:30 PM, Aurora\n– Open: Cover the sails"],
            (await Email(crew, crew.Deckhands[0])).Paragraphs);
    }

    [Fact]
    public async Task The_captain_sees_unsigned_waivers_only_if_there_is_a_waiver()
    {
        await using var harness = await SchedulerHarness.At(Six.AddHours(-20));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Tomorrow);
        await harness.Change(crew.OperatorId, (db, actor) => Task.FromResult(
            db.Add(new Guest(crew.OperatorId, charter, new() { Name = "Ben Cole" }, GuestSource.Office, actor))));
        await harness.Tick();
        await harness.TickAt(Six);
        Assert.DoesNotContain(
            "not signed", (await Email(crew, crew.Captain)).Paragraphs.Single(), StringComparison.Ordinal);

        await harness.Change(crew.OperatorId,
            (db, _) =>
                Task.FromResult(
                    db.Add(new WaiverTemplate(crew.OperatorId, new("Waiver", [new("en", "Risks", "<p>Risks</p>")])))));

        Assert.EndsWith("– Waivers not signed: 1", (await Email(crew, crew.Captain)).Paragraphs.Single(),
            StringComparison.Ordinal);
    }
}
