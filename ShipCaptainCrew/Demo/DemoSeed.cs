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
/// Creates the demo operator by replaying its last weeks in chronological order through the same actions as real users,
/// so that its audit log, revisions and actors are consistent. Of the commit listeners only search words are on, so
/// seeding sends no emails; after that the scheduler sends reminders as for any operator.
/// </summary>
public sealed class DemoSeed(
    AppDbContext db, WriteGate gate, FolderLock folderLock, TimeProvider clock, IServiceProvider services)
{
    private readonly ReplayClock replayClock = new(clock.GetUtcNow());

    /// <summary>Whether there is no operator yet.</summary>
    public async Task<bool> IsWanted(CancellationToken cancel) => !await db.Operators.AnyAsync(cancel);

    /// <summary>Creates the demo operator unless it exists.</summary>
    public async Task Run(CancellationToken cancel)
    {
        if (await db.Operators.AnyAsync(row => row.Slug == DemoOperator.Slug, cancel)) return;
        var change = new Change(db, gate, folderLock, new AuditLogWriter([new SearchWordWriter()]), [], replayClock);
        var data = new DemoData();
        await CreateOperator(data, change, cancel);
        var timeline = new DemoTimeline(
            new(db, Actions<ChecklistActions>(), data),
            Actions<CharterActions>(),
            Actions<RoleActions>(),
            Actions<LifecycleActions>(),
            Guests(change),
            data,
            clock.GetUtcNow());
        await Replay(timeline, data);

        T Actions<T>() => ActivatorUtilities.CreateInstance<T>(services, change);
    }

    /// <summary>Guests sign with links as real guests do, at the time of the replayed step.</summary>
    private DemoGuests Guests(Change change)
    {
        var guests = ActivatorUtilities.CreateInstance<GuestActions>(services, change);
        var links = ActivatorUtilities.CreateInstance<SignedLinks>(services, change, replayClock);
        var records = services.GetRequiredService<WaiverRecordWriter>();
        return new(db, change, guests, links, new SigningActions(db, change, links, records, guests));
    }

    private async Task CreateOperator(DemoData data, Change change, CancellationToken cancel)
    {
        replayClock.Now -= TimeSpan.FromDays(21);
        var people = DemoOperator.Members.Select(details => Person.WithAddress(details.Email)).ToList();
        var members = people.Zip(
            DemoOperator.Members, (person, details) => new Member(data.Operator.Id, person.Id, details)).ToList();
        await change.Run(_ =>
        {
            db.UseOperator(data.Operator.Id, members[0].Id);
            db.Add(data.Operator);
            db.AddRange(people);
            db.AddRange(members);
            db.AddRange(data.Entities);
            return Task.FromResult(true);
        }, cancel);
        foreach (var member in members) await Join(data, member, change, cancel);
    }

    private Task<bool> Join(DemoData data, Member member, Change change, CancellationToken cancel)
    {
        replayClock.Now += TimeSpan.FromHours(3);
        db.UseOperator(data.Operator.Id, member.Id);
        return change.Run(actor =>
        {
            db.Attach(member);
            member.Join(null, actor);
            data.AddViewer(member);
            return Task.FromResult(true);
        }, cancel);
    }

    private async Task Replay(DemoTimeline timeline, DemoData data)
    {
        foreach (var step in timeline.Steps())
        {
            var viewer = data.Viewers[step.MemberName];
            replayClock.Now = step.At;
            db.UseOperator(viewer.OperatorId, viewer.MemberId);
            var outcome = await step.Run(viewer);
            if (outcome.Refusal is not { } refusal) continue;
            var fields = string.Join(' ', refusal.Errors?.Keys ?? []);
            throw new InvalidOperationException($"A step of the demo was refused: {refusal.Message} {fields}");
        }
    }

    private sealed class ReplayClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
