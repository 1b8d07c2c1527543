using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// An operator on a <see cref="SchedulerHarness"/> with a vessel, a captain and deckhands, and charters made directly
/// from entities.
/// </summary>
public sealed partial class OperatorFixture
{
    private readonly SchedulerHarness harness;

    private OperatorFixture(SchedulerHarness harness, Guid operatorId, TimeZoneInfo zone) =>
        (this.harness, OperatorId, Zone) = (harness, operatorId, zone);

    public Guid OperatorId { get; }

    public TimeZoneInfo Zone { get; }

    public Guid VesselId { get; private set; }

    public Guid Captain { get; private set; }

    public IReadOnlyList<Guid> Deckhands { get; private set; } = [];

    public static async Task<OperatorFixture> Aboard(
        SchedulerHarness harness, string zone = "America/Los_Angeles", int deckhands = 1)
    {
        var newOperator =
            new Operator("Queen", $"queen-{Guid.CreateVersion7():N}"[..30], zone, new("Pier", 32.7, -117.2));
        await harness.In(Guid.Empty, async db =>
        {
            db.Add(newOperator);
            return await db.SaveChangesAsync();
        });
        var fixture = new OperatorFixture(harness, newOperator.Id, TimeZoneInfo.FindSystemTimeZoneById(zone));
        fixture.Captain = await fixture.Member("Kim", CrewRole.Captain);
        fixture.Deckhands = [
            .. await Task.WhenAll(
                Enumerable.Range(0, deckhands).Select(i => fixture.Member($"Sam {i}", CrewRole.Deckhand)))];
        fixture.VesselId = await harness.Change(newOperator.Id, (db, _) =>
        {
            var vessel =
                new Vessel(newOperator.Id,
                    VesselDetails.Read(Input.Of(new() { ["name"] = "Aurora", ["passenger_capacity"] = 12 })));
            db.Add(vessel);
            return Task.FromResult(vessel.Id);
        });
        return fixture;
    }

    public Task<Guid> Member(string name, params CrewRole[] roles) => harness.Change(OperatorId, (db, actor) =>
    {
        var person = Person.WithAddress($"{name.Replace(' ', '.')}.{OperatorId:N}@queen.example");
        var member = new Member(OperatorId, person.Id, new()
        {
            Name = name,
            Email = person.Email!,
            Role = MemberRole.Crew,
            Qualifications = roles,
        });
        member.Join(null, actor);
        db.AddRange(person, member);
        return Task.FromResult(member.Id);
    });

    /// <summary>
    /// Adds a published two-hour charter from a local time, with the captain and all deckhands in their positions, all
    /// confirmed, unless <paramref name="crew"/> says otherwise.
    /// </summary>
    public Task<Guid> Charter(DateTime local, string[]? items = null, Phase phase = Phase.PreDeparture,
        IReadOnlyList<Guid>? crew = null, bool automatic = false,
        Action<Charter, Dictionary<Guid, Member>>? more = null) =>
        harness.Change(OperatorId, async (db, actor) =>
        {
            var (departure, crewIds) = (LocalTime.Nearest(local, Zone), crew ?? [Captain, .. Deckhands]);
            var members = await db.Members.ToDictionaryAsync(member => member.Id);
            var type = new CharterType(OperatorId, new()
            {
                Name = "Sail",
                Schedule = PlanningSteps.AtHalfPastFour,
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
            foreach (var memberId in crewIds)
            {
                var member = members[memberId];
                var role = member.Is(CrewRole.Captain) ? CrewRole.Captain : CrewRole.Deckhand;
                Assert.Null(charter.Claim(role, member, actor with { MemberId = memberId }));
            }

            charter.Publish(actor);
            more?.Invoke(charter, members);
            db.AddRange(type, charter);
            if (items is not null) AddChecklist(db, charter, items, phase);
            return charter.Id;
        });

    public Task Do(Guid charterId, Action<Charter, Actor> act) => harness.Change(OperatorId, async (db, actor) =>
    {
        act(await db.Charters.FirstAsync(row => row.Id == charterId), actor);
        return true;
    });

    /// <summary>The member claims a deckhand position themselves.</summary>
    public Task Claim(Guid charterId, Guid memberId) => harness.Change(OperatorId, async (db, actor) =>
    {
        var (charter, member) = (await db.Charters.FirstAsync(row => row.Id == charterId),
            await db.Members.FirstAsync(row => row.Id == memberId));
        Assert.Null(charter.Claim(CrewRole.Deckhand, member, actor with { MemberId = memberId }));
        return true;
    });

    /// <summary>Sets the standing orders' reminders, in hours before call time.</summary>
    public Task Order(params int[] reminderHours) => harness.Change(OperatorId, (db, _) =>
    {
        var orders = new StandingOrders(OperatorId);
        orders.Change(StandingOrdersDetails.Usual with { ReminderHours = reminderHours });
        db.Add(orders);
        return Task.FromResult(true);
    });

    /// <summary>Sets which emails the member does not want.</summary>
    public Task Without(Guid memberId, params EmailPreference[] emails) => harness.Change(OperatorId, async (db, _) =>
    {
        (await db.Members.FirstAsync(row => row.Id == memberId)).Choose(emails);
        return true;
    });

    private void AddChecklist(AppDbContext db, Charter charter, string[] items, Phase phase)
    {
        var template =
            new ChecklistTemplate(
                OperatorId, new("List", phase, [.. items.Select(text => new TemplateItem(text, true))]));
        db.AddRange(template, new Checklist(charter.Id, template, 0));
    }
}
