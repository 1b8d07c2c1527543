using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Data;

/// <summary>One change in two operators: whole or not at all, and the fence stands between them all the same.</summary>
public sealed class ChangeTests(Pier pier) : IClassFixture<Pier>
{
    [Fact]
    public async Task What_fails_at_the_second_operator_has_not_happened_at_the_first()
    {
        await Assert.ThrowsAsync<DbUpdateException>(() => Both(async strangers =>
        {
            await Move(strangers, pier.Robin);
            strangers.Add(new Member(strangers.OperatorId, Guid.CreateVersion7(), new()
            {
                Name = "Nobody",
                Email = "nobody@x.example",
                Role = MemberRole.Crew,
                Qualifications = [],
            }));
        }));

        foreach (var (cast, who) in new[] { (pier.Queen, pier.Queen.Sam), (pier.Strangers, pier.Robin) })
        {
            Assert.Equal(cast.AddressOf(who), await cast.Look(db => db.Members.Where(row => row.Id == who.MemberId).Select(row => row.Email).FirstAsync()));
            Assert.Empty(await cast.Look(db => db.Log.Where(entry => entry.Kind == "member.changed").ToListAsync()));
        }
    }

    [Fact]
    public async Task In_the_second_operator_nothing_of_the_first_is_seen_or_written()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Both(async strangers =>
        {
            Assert.False(await strangers.Members.AnyAsync(row => row.Id == pier.Queen.Dana.MemberId));
            strangers.Add(new Member(pier.Queen.OperatorId, Guid.CreateVersion7(), new()
            {
                Name = "Nobody",
                Email = "nobody@x.example",
                Role = MemberRole.Crew,
                Qualifications = [],
            }));
        }));
    }

    /// <summary>Sam of the Queen moves, and then something happens at the strangers'.</summary>
    private Task<bool> Both(Func<ShipDb, Task> there) => pier.Ship.In(services => services.GetRequiredService<Change>().Run(async by =>
    {
        await Also(services, pier.Queen, by, queen => Move(queen, pier.Queen.Sam));
        await Also(services, pier.Strangers, by, there);
        return true;
    }));

    private static Task Also(IServiceProvider services, Cast cast, By by, Func<ShipDb, Task> act) => services.GetRequiredService<Change>().Also(cast.OperatorId, by, act);

    private static async Task Move(ShipDb db, Hand who) => (await db.Members.FirstAsync(row => row.Id == who.MemberId)).MoveTo("moved@x.example");
}
