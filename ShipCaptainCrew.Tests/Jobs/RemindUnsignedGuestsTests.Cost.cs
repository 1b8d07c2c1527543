using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>The number of queries per run.</summary>
public sealed partial class RemindUnsignedGuestsTests
{
    [Fact]
    public async Task The_number_of_queries_does_not_depend_on_the_number_of_guests()
    {
        await using var harness = await SchedulerHarness.At(ThreeDaysBefore.AddDays(-9));
        var crew = await OperatorFixture.Aboard(harness);
        await harness.Change(crew.OperatorId,
            (db, _) =>
                Task.FromResult(
                    db.Add(new WaiverTemplate(crew.OperatorId, new("Waiver", [new("en", "Risks", "<p>Risks</p>")])))));
        foreach (var guests in new[] { 1, 1 }) await Charter(guests);
        await Asked(ThreeDaysBefore);
        var few = await Asked(ThreeDaysBefore.AddMinutes(1));
        for (var more = 0; more < 20; more++) await Charter(3);

        await Asked(ThreeDaysBefore.AddDays(2));
        Assert.Equal(few, await Asked(ThreeDaysBefore.AddDays(2).AddMinutes(1)));
        Assert.Equal(2 + (20 * 3),
            (await crew.Letters(WaiverRequestEmail.Kind)).Select(email => email.SubjectId).Distinct().Count());

        Task<int> Asked(DateTimeOffset now)
        {
            harness.Turn(now);
            return harness.Queries.During(
                () =>
                    harness.With(crew.OperatorId,
                        services => services.GetRequiredService<RemindUnsignedGuests>()
                            .Run(new(crew.OperatorId, now, now), TestContext.Current.CancellationToken)));
        }

        async Task Charter(int guests)
        {
            var charter = await crew.Charter(new(2026, 7, 5, 13, 0, 0));
            await harness.Change(crew.OperatorId, (db, actor) =>
            {
                for (var guest = 0; guest < guests; guest++) db.Add(new Guest(crew.OperatorId, charter, new()
                {
                    Name = $"Guest {guest}",
                    Email = $"guest{guest}.{charter:N}@guests.example",
                }, GuestSource.Office, actor with { At = ThreeDaysBefore.AddDays(-8) }));
                return Task.FromResult(true);
            });
        }
    }
}
