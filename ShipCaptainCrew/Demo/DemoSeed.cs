using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Demo;

/// <summary>
/// Makes the demo operator by telling its last weeks over again, in order of time and through the same verbs as
/// everybody's, so that its log, its revisions and who did what are as true as any operator's. It is told without
/// echoes: what happened last week was mailed last week. So telling it mails nothing; from then on its clock reminds
/// its people as any operator's does.
/// </summary>
public sealed class DemoSeed(AppDbContext db, WriteGate gate, TimeProvider clock, IServiceProvider services)
{
    private readonly StoryClock then = new(clock.GetUtcNow());

    /// <summary>Whether no operator is here yet.</summary>
    public async Task<bool> IsWanted(CancellationToken cancel) => !await db.Operators.AnyAsync(cancel);

    /// <summary>Makes the demo, once.</summary>
    public async Task Run(CancellationToken cancel)
    {
        if (await db.Operators.AnyAsync(theOperator => theOperator.Slug == DemoOperator.Slug, cancel)) return;
        var change = new Change(db, gate, new AuditLogWriter([]), [], then);
        var data = new DemoData();
        await Found(data, change, cancel);
        await Play(
            new(db, Actions<CharterActions>(), Actions<RoleActions>(), Actions<ChecklistActions>(),
                Actions<LifecycleActions>(), Guests(change), data, clock.GetUtcNow()),
            data);

        T Actions<T>() => ActivatorUtilities.CreateInstance<T>(services, change);
    }

    /// <summary>Guests come by the links that everybody's come by, at the story's time.</summary>
    private DemoGuests Guests(Change change)
    {
        var guests = ActivatorUtilities.CreateInstance<GuestActions>(services, change);
        var links = new SignedLinks(db, change, then);
        return new(db, change, guests, links,
            new SigningActions(db, change, links, services.GetRequiredService<WaiverRecordWriter>(), guests));
    }

    private async Task Found(DemoData data, Change change, CancellationToken cancel)
    {
        then.Now -= TimeSpan.FromDays(21);
        var people = DemoOperator.Cast.Select(details => (Person: Person.WithAddress(details.Email), details)).ToList();
        var members = people.ConvertAll(one => new Member(data.Operator.Id, one.Person.Id, one.details));
        await change.Run(_ =>
        {
            db.UseOperator(data.Operator.Id, members[0].Id);
            db.Add(data.Operator);
            db.AddRange(people.Select(one => one.Person));
            db.AddRange(members);
            db.AddRange(data.Nouns);
            return Task.FromResult(true);
        }, cancel);
        foreach (var member in members) await Join(data, member, change, cancel);
    }

    private Task<bool> Join(DemoData data, Member member, Change change, CancellationToken cancel)
    {
        then.Now += TimeSpan.FromHours(3);
        db.UseOperator(data.Operator.Id, member.Id);
        return change.Run(actor =>
        {
            db.Attach(member);
            member.Join(null, actor);
            data.Enter(member);
            return Task.FromResult(true);
        }, cancel);
    }

    private async Task Play(DemoTimeline timeline, DemoData data)
    {
        foreach (var scene in timeline.Scenes())
        {
            var viewer = data.Cast[scene.Who];
            then.Now = scene.At;
            db.UseOperator(viewer.OperatorId, viewer.MemberId);
            var outcome = await scene.Play(viewer);
            if (outcome.Refusal is { } refusal)
                throw new InvalidOperationException(
                    $"The demo's story does not hold: {refusal.Message} {string.Join(
                        ' ', refusal.Errors?.Keys ?? [])}");
        }
    }

    private sealed class StoryClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
