using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Demo;

/// <summary>
/// Signs a visitor in as a member of the demo operator, without an email. The endpoint exists only in Development.
/// </summary>
public sealed class DemoSignIn(AppDbContext db, Change change)
{
    /// <summary>The members as whom a visitor can sign in; none if there is no demo.</summary>
    public async Task<IReadOnlyList<Member>> Visitors(CancellationToken cancel)
    {
        if (!await UseDemoOperator(cancel)) return [];
        var members = await db.Members.AsNoTracking()
            .Where(member => member.SuspendedAt == null && member.ArchivedAt == null).ToListAsync(cancel);
        return [.. DemoOperator.Visitors.Select(name => members.Find(member => member.Name == name)).OfType<Member>()];
    }

    /// <summary>Starts a normal session; null if the member is not one of those offered.</summary>
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

    private async Task<bool> UseDemoOperator(CancellationToken cancel)
    {
        var demo = await db.ActiveOperators.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Slug == DemoOperator.Slug, cancel);
        if (demo is not null) db.UseOperator(demo.Id);
        return demo is not null;
    }
}
