using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>An operator on a <see cref="Bridge"/> with a vessel, a captain and deckhands, and charters made straight from the nouns.</summary>
public sealed class Crewed
{
    private readonly Bridge bridge;

    private Crewed(Bridge bridge, Guid operatorId, TimeZoneInfo zone) => (this.bridge, OperatorId, Zone) = (bridge, operatorId, zone);

    public Guid OperatorId { get; }

    public TimeZoneInfo Zone { get; }

    public Guid VesselId { get; private set; }

    public Guid Captain { get; private set; }

    public IReadOnlyList<Guid> Deckhands { get; private set; } = [];

    public static async Task<Crewed> Aboard(Bridge bridge, string zone = "America/Los_Angeles", int deckhands = 1)
    {
        var house = new Operator("Queen", $"queen-{Guid.CreateVersion7():N}"[..30], zone, new("Pier", 32.7, -117.2));
        await bridge.In(Guid.Empty, async db =>
        {
            db.Add(house);
            return await db.SaveChangesAsync();
        });
        var crewed = new Crewed(bridge, house.Id, TimeZoneInfo.FindSystemTimeZoneById(zone));
        crewed.Captain = await crewed.Member("Kim", CrewRole.Captain);
        crewed.Deckhands = [.. await Task.WhenAll(Enumerable.Range(0, deckhands).Select(i => crewed.Member($"Sam {i}", CrewRole.Deckhand)))];
        crewed.VesselId = await bridge.Change(house.Id, (db, _) =>
        {
            var vessel = new Vessel(house.Id, VesselDetails.Read(Input.Of(new() { ["name"] = "Aurora", ["passenger_capacity"] = 12 })));
            db.Add(vessel);
            return Task.FromResult(vessel.Id);
        });
        return crewed;
    }

    public Task<Guid> Member(string name, params CrewRole[] roles) => bridge.Change(OperatorId, (db, by) =>
    {
        var person = Person.WithAddress($"{name.Replace(' ', '.')}.{OperatorId:N}@queen.example");
        var member = new Member(OperatorId, person.Id, new()
        {
            Name = name,
            Email = person.Email!,
            Role = MemberRole.Crew,
            Qualifications = roles,
        });
        member.Join(null, by);
        db.AddRange(person, member);
        return Task.FromResult(member.Id);
    });

    /// <summary>A published charter from a local time for two hours; the captain and every deckhand aboard, all confirmed, unless somebody is left out.</summary>
    public Task<Guid> Charter(DateTime local, string[]? items = null, Phase phase = Phase.PreDeparture, IReadOnlyList<Guid>? crew = null, bool automatic = false, Action<Charter, Dictionary<Guid, Member>>? more = null) =>
        bridge.Change(OperatorId, async (db, by) =>
        {
            var (departure, aboard) = (LocalTime.Nearest(local, Zone), crew ?? [Captain, .. Deckhands]);
            var members = await db.Members.ToDictionaryAsync(member => member.Id);
            var type = new CharterType(OperatorId, new()
            {
                Name = "Sail",
                Schedule = Planning.AtHalfPastFour,
                Roles = new(1, 0, Math.Max(1, Deckhands.Count)),
                ChecklistTemplateIds = [],
                AutomaticTransitions = automatic,
            });
            var charter = new Charter(OperatorId, new()
            {
                VesselId = VesselId,
                Date = DateOnly.FromDateTime(local),
                Title = "Sail",
                Departure = departure,
                DepartureGiven = true,
                Return = departure.AddHours(2),
                ReturnGiven = true,
                Contact = Contact.None,
            }, Zone.Id, type);
            foreach (var member in aboard) Assert.Null(charter.Claim(members[member].Is(CrewRole.Captain) ? CrewRole.Captain : CrewRole.Deckhand, members[member], by with { MemberId = member }));
            charter.Publish(by);
            more?.Invoke(charter, members);
            db.AddRange(type, charter);
            if (items is not null) Put(db, charter, items, phase);
            return charter.Id;
        });

    public Task Do(Guid charterId, Action<Charter, By> act) => bridge.Change(OperatorId, async (db, by) =>
    {
        act(await db.Charters.FirstAsync(row => row.Id == charterId), by);
        return true;
    });

    /// <summary>The member takes a deckhand's place themselves.</summary>
    public Task Claim(Guid charterId, Guid memberId) => bridge.Change(OperatorId, async (db, by) =>
    {
        var (charter, member) = (await db.Charters.FirstAsync(row => row.Id == charterId), await db.Members.FirstAsync(row => row.Id == memberId));
        Assert.Null(charter.Claim(CrewRole.Deckhand, member, by with { MemberId = memberId }));
        return true;
    });

    /// <summary>The owner orders these reminders for all charters.</summary>
    public Task Order(params int[] reminderHours) => bridge.Change(OperatorId, (db, _) =>
    {
        var orders = new StandingOrders(OperatorId);
        orders.Change(StandingOrdersDetails.Usual with { ReminderHours = reminderHours });
        db.Add(orders);
        return Task.FromResult(true);
    });

    public Task Without(Guid memberId, params LetterChoice[] letters) => bridge.Change(OperatorId, async (db, _) =>
    {
        (await db.Members.FirstAsync(row => row.Id == memberId)).Choose(letters);
        return true;
    });

    public Task<List<Letter>> Letters(string kind) => bridge.In(OperatorId, db => db.Letters.AsNoTracking().Where(letter => letter.Kind == kind).OrderBy(letter => letter.CreatedAt).ToListAsync());

    public Task<List<Nudge>> Nudges() => bridge.In(OperatorId, db => db.Nudges.AsNoTracking().OrderBy(nudge => nudge.At).ToListAsync());

    public Task<List<DutyRun>> Runs(string duty) => bridge.In(OperatorId, db => db.Set<DutyRun>().AsNoTracking()
        .Where(run => (run.OperatorId == OperatorId || run.OperatorId == Guid.Empty) && run.Duty == duty).OrderBy(run => run.Occurrence).ToListAsync());

    /// <summary>The letter as it would go out now; null where it would not.</summary>
    public Task<Sheet?> Sheet(Letter letter) => bridge.With(OperatorId, services => services.GetRequiredKeyedService<IWriter>(letter.Kind).Write(letter, CancellationToken.None));

    private void Put(ShipDb db, Charter charter, string[] items, Phase phase)
    {
        var template = new ChecklistTemplate(OperatorId, new("List", phase, [.. items.Select(text => new TemplateItem(text, true))]));
        db.AddRange(template, new Checklist(charter.Id, template, 0));
    }
}
