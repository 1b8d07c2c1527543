using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Live;
using ShipCaptainCrew.Mail;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;

namespace Bench;

/// <summary>
/// Measures one run of the job <c>ptb_nudge</c> for 200 and for 2,000 charters in the next three days, each with ten
/// open required items.
/// </summary>
internal static class Nudges
{
    private const int Members = 1_000;
    private const int ItemsEach = 10;

    public static async Task Run()
    {
        await Measure(20); // warms up the JIT compiler
        var (few, _) = await Measure(200);
        var (many, _) = await Measure(2_000);
        Console.WriteLine(FormattableString.Invariant(
            $"Ten times as many charters take {many / few:F1} times as long."));
    }

    private static async Task<(double Seconds, long Bytes)> Measure(int charters)
    {
        var storage = new StoragePaths(Directory.CreateTempSubdirectory("scc-bench-").FullName);
        await using var services = Services(storage);
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<StartupSequence>().PrepareServer();
        var operatorId = await Fill(services, charters);
        await using var jobScope = services.CreateAsyncScope();
        jobScope.ServiceProvider.GetRequiredService<AppDbContext>().UseOperator(operatorId);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var now = TimeProvider.System.GetUtcNow();
        using var heap = new PeakMemory();
        var watch = Stopwatch.StartNew();
        var summary = await jobScope.ServiceProvider.GetRequiredService<PtbNudge>()
            .Run(new(operatorId, now, now), CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        var peak = heap.Bytes - before;
        var kept = (GC.GetTotalMemory(true) - before) >> 10;
        Console.Write(FormattableString.Invariant(
            $"{charters} charters, {charters * ItemsEach} owed items: {seconds:F2} s, "));
        Console.WriteLine(FormattableString.Invariant(
            $"heap at most {peak >> 20} MB above the start, {kept} kB kept. {summary}"));
        Directory.Delete(storage.Directory, recursive: true);
        return (seconds, peak);
    }

    private static ServiceProvider Services(StoragePaths storage)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddLocalization();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new("PublicUrl", "https://ship.test")]).Build());
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddStorage(storage).AddEvidence(storage).AddData().AddMaintenance();
        services.AddAccounts(storage);
        services.AddLive();
        services.AddMail();
        services.AddActions();
        services.AddJobs();
        return services.BuildServiceProvider();
    }

    private static async Task<Guid> Fill(ServiceProvider services, int charters)
    {
        var theOperator = new Operator("Queen", "queen", "America/Los_Angeles", new("Pier", 32.7, -117.2));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Add(theOperator);
        await db.SaveChangesAsync();
        db.UseOperator(theOperator.Id);
        var change = scope.ServiceProvider.GetRequiredService<Change>();
        var (vessel, template, members) = await change.Run(actor =>
            Task.FromResult(AddFleetAndCrew(db, theOperator.Id, actor)));
        for (var done = 0; done < charters; done += 100)
        {
            var first = done;
            await change.Run(actor =>
            {
                for (var i = first; i < Math.Min(first + 100, charters); i++)
                    AddCharter(db, theOperator, vessel, template, members, i, charters, actor);
                return Task.FromResult(true);
            });
        }

        return theOperator.Id;
    }

    private static (Vessel, ChecklistTemplate, List<Member>) AddFleetAndCrew(
        AppDbContext db, Guid operatorId, Actor actor)
    {
        var details = VesselDetails.Read(Input.Of(new() { ["name"] = "Aurora", ["passenger_capacity"] = 12 }));
        var vessel = new Vessel(operatorId, details);
        var items = Enumerable.Range(1, ItemsEach).Select(i => new TemplateItem($"Item {i}", true));
        var template = new ChecklistTemplate(operatorId, new("Before departure", Phase.PreDeparture, [.. items]));
        var members = new List<Member>();
        for (var i = 0; i < Members; i++)
        {
            var person = Person.WithAddress($"sam{i}@queen.example");
            var member = new Member(operatorId, person.Id, new()
            {
                Name = $"Sam {i}",
                Email = person.Email!,
                Phone = null,
                Role = MemberRole.Crew,
                Qualifications = [CrewRole.Captain, CrewRole.Deckhand],
            });
            member.Join(null, actor);
            // Members who want open positions get their email in an early batch. The others make every batch check
            // for open items.
            if (i % 10 > 0) member.Choose([EmailPreference.OpenPlaces]);
            db.AddRange(person, member);
            members.Add(member);
        }

        db.AddRange(vessel, template);
        return (vessel, template, members);
    }

    /// <param name="i">The index of the charter; the charters are spread evenly over the next 70 hours.</param>
    private static void AddCharter(
        AppDbContext db,
        Operator theOperator,
        Vessel vessel,
        ChecklistTemplate template,
        List<Member> members,
        int i,
        int count,
        Actor actor)
    {
        var departure = actor.At.AddHours(1).AddSeconds(70.0 * 3600 * i / count);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(theOperator.TimeZone);
        var charter = new Charter(theOperator.Id, new()
        {
            VesselId = vessel.Id,
            Date = LocalTime.DateOf(departure, zone),
            Title = $"Sail {i}",
            Departure = departure,
            DepartureGiven = true,
            Return = departure.AddHours(2),
            ReturnGiven = true,
            MeetingPoint = null,
            GuestsArriveAt = null,
            Contact = Contact.None,
            Reference = null,
            GuestsExpected = null,
            Notes = null,
        }, theOperator.TimeZone, null);
        var (captain, deckhand) = (members[i % Members], members[(i + 1) % Members]);
        charter.Claim(CrewRole.Captain, captain, actor with { MemberId = captain.Id });
        charter.Claim(CrewRole.Deckhand, deckhand, actor with { MemberId = deckhand.Id });
        charter.Publish(actor);
        db.AddRange(charter, new Checklist(charter.Id, template, 0));
    }

    /// <summary>Samples the managed heap every 5 ms and keeps the largest size, in bytes.</summary>
    private sealed class PeakMemory : IDisposable
    {
        private readonly Timer timer;

        public PeakMemory() => timer = new(_ => Bytes = Math.Max(Bytes, GC.GetTotalMemory(false)), null, 0, 5);

        public long Bytes { get; private set; }

        public void Dispose() => timer.Dispose();
    }
}
