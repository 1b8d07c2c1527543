using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Demo;

/// <summary>
/// Makes the demo operator by telling its last weeks over again, in order of time and through the same verbs as everybody's, so
/// that its log, its revisions and who did what are as true as any operator's. It is told without echoes: what happened last
/// week was mailed last week. So telling it mails nothing; from then on its clock reminds its people as any operator's does.
/// </summary>
public sealed class Seed(ShipDb db, WriteGate gate, TimeProvider clock, IServiceProvider services)
{
    private readonly StoryClock then = new(clock.GetUtcNow());

    /// <summary>Whether no operator is here yet.</summary>
    public async Task<bool> IsWanted(CancellationToken cancel) => !await db.Operators.AnyAsync(cancel);

    /// <summary>Makes the demo, once.</summary>
    public async Task Run(CancellationToken cancel)
    {
        if (await db.Operators.AnyAsync(house => house.Slug == DemoOperator.Slug, cancel)) return;
        var change = new Change(db, gate, new Ledger([]), [], then);
        var stage = new Stage();
        await Found(stage, change, cancel);
        await Play(new(db, Actions<CharterActions>(), Actions<RoleActions>(), Actions<ChecklistActions>(), Actions<LifecycleActions>(), Guests(change), stage, clock.GetUtcNow()), stage);

        T Actions<T>() => ActivatorUtilities.CreateInstance<T>(services, change);
    }

    /// <summary>Guests come by the links that everybody's come by, at the story's time.</summary>
    private Guestbook Guests(Change change)
    {
        var guests = ActivatorUtilities.CreateInstance<GuestActions>(services, change);
        var links = new SignedLinks(db, change, then);
        return new(db, change, guests, links, new SigningActions(db, change, links, services.GetRequiredService<WaiverBook>(), guests));
    }

    private async Task Found(Stage stage, Change change, CancellationToken cancel)
    {
        then.Now -= TimeSpan.FromDays(21);
        var people = DemoOperator.Cast.Select(details => (Person: Person.WithAddress(details.Email), details)).ToList();
        var members = people.ConvertAll(one => new Member(stage.House.Id, one.Person.Id, one.details));
        await change.Run(_ =>
        {
            db.Enter(stage.House.Id, members[0].Id);
            db.Add(stage.House);
            db.AddRange(people.Select(one => one.Person));
            db.AddRange(members);
            db.AddRange(stage.Nouns);
            return Task.FromResult(true);
        }, cancel);
        foreach (var member in members) await Join(stage, member, change, cancel);
    }

    private Task<bool> Join(Stage stage, Member member, Change change, CancellationToken cancel)
    {
        then.Now += TimeSpan.FromHours(3);
        db.Enter(stage.House.Id, member.Id);
        return change.Run(by =>
        {
            db.Attach(member);
            member.Join(null, by);
            stage.Enter(member);
            return Task.FromResult(true);
        }, cancel);
    }

    private async Task Play(Story story, Stage stage)
    {
        foreach (var scene in story.Scenes())
        {
            var viewer = stage.Cast[scene.Who];
            then.Now = scene.At;
            db.Enter(viewer.OperatorId, viewer.MemberId);
            var outcome = await scene.Play(viewer);
            if (outcome.Refusal is { } no) throw new InvalidOperationException($"The demo's story does not hold: {no.Says} {string.Join(' ', no.Errors?.Keys ?? [])}");
        }
    }

    private sealed class StoryClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
