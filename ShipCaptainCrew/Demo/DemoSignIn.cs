using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Demo;

/// <summary>
/// Lets a visitor in as one of the demo's people, without a letter. Only Development has a door that leads here.
/// </summary>
public sealed class DemoSignIn(AppDbContext db, Change change)
{
    /// <summary>The people a visitor may be; nobody where there is no demo.</summary>
    public async Task<IReadOnlyList<Member>> Visitors(CancellationToken cancel)
    {
        if (!await Enter(cancel)) return [];
        var members = await db.Members.AsNoTracking()
            .Where(member => member.SuspendedAt == null && member.ArchivedAt == null).ToListAsync(cancel);
        return [.. DemoOperator.Visitors.Select(name => members.Find(member => member.Name == name)).OfType<Member>()];
    }

    /// <summary>Begins a session like any other's, or null where that is nobody of the demo's.</summary>
    public async Task<Session?> SignIn(Guid memberId, string device, CancellationToken cancel)
    {
        var member = (await Visitors(cancel)).FirstOrDefault(member => member.Id == memberId);
        return member is null ? null : await change.Run(actor =>
        {
            var session = new Session(member.PersonId, member.OperatorId, device, isShared: false, actor.At);
            db.Add(session);
            return Task.FromResult(session);
        }, cancel);
    }

    private async Task<bool> Enter(CancellationToken cancel)
    {
        var theOperator = await db.ActiveOperators.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Slug == DemoOperator.Slug, cancel);
        if (theOperator is not null) db.UseOperator(theOperator.Id);
        return theOperator is not null;
    }
}
