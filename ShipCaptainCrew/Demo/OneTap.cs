using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Demo;

/// <summary>Lets a visitor in as one of the demo's people, without a letter. Only Development has a door that leads here.</summary>
public sealed class OneTap(ShipDb db, Change change)
{
    /// <summary>The people a visitor may be; nobody where there is no demo.</summary>
    public async Task<IReadOnlyList<Member>> Visitors(CancellationToken cancel)
    {
        if (!await Enter(cancel)) return [];
        var members = await db.Members.AsNoTracking().Where(member => member.SuspendedAt == null && member.ArchivedAt == null).ToListAsync(cancel);
        return [.. DemoOperator.Visitors.Select(name => members.Find(member => member.Name == name)).OfType<Member>()];
    }

    /// <summary>Begins a session like any other's, or null where that is nobody of the demo's.</summary>
    public async Task<Session?> SignIn(Guid memberId, string device, CancellationToken cancel)
    {
        var member = (await Visitors(cancel)).FirstOrDefault(member => member.Id == memberId);
        return member is null ? null : await change.Run(by =>
        {
            var session = new Session(member.PersonId, member.OperatorId, device, isShared: false, by.At);
            db.Add(session);
            return Task.FromResult(session);
        }, cancel);
    }

    private async Task<bool> Enter(CancellationToken cancel)
    {
        var house = await db.OpenOperators.AsNoTracking().FirstOrDefaultAsync(row => row.Slug == DemoOperator.Slug, cancel);
        if (house is not null) db.Enter(house.Id);
        return house is not null;
    }
}
