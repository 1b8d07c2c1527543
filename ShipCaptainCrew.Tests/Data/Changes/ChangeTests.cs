using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Data.Changes;

/// <summary>One change in two operators: whole or not at all, and the fence stands between them all the same.</summary>
public sealed class ChangeTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    [Fact]
    public async Task What_fails_at_the_second_operator_has_not_happened_at_the_first()
    {
        await Assert.ThrowsAsync<DbUpdateException>(() => Both(async strangers =>
        {
            await Move(strangers, fixture.Robin);
            strangers.Add(new Member(strangers.OperatorId, Guid.CreateVersion7(), new()
            {
                Name = "Nobody",
                Email = "nobody@x.example",
                Role = MemberRole.Crew,
                Qualifications = [],
            }));
        }));

        foreach (var (cast, who) in new[] { (fixture.Queen, fixture.Queen.Sam), (fixture.Strangers, fixture.Robin) })
        {
            Assert.Equal(cast.AddressOf(who),
                await cast.Look(
                    db => db.Members.Where(row => row.Id == who.MemberId).Select(row => row.Email).FirstAsync()));
            Assert.Empty(await cast.Look(db => db.Log.Where(entry => entry.Kind == "member.changed").ToListAsync()));
        }
    }

    [Fact]
    public async Task In_the_second_operator_nothing_of_the_first_is_seen_or_written()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Both(async strangers =>
        {
            Assert.False(await strangers.Members.AnyAsync(row => row.Id == fixture.Queen.Dana.MemberId));
            strangers.Add(new Member(fixture.Queen.OperatorId, Guid.CreateVersion7(), new()
            {
                Name = "Nobody",
                Email = "nobody@x.example",
                Role = MemberRole.Crew,
                Qualifications = [],
            }));
        }));
    }

    /// <summary>Sam of the Queen moves, and then something happens at the strangers'.</summary>
    private Task<bool> Both(Func<AppDbContext, Task> there) =>
        fixture.Ship.In(services => services.GetRequiredService<Change>().Run(async actor =>
    {
        await Also(services, fixture.Queen, actor, queen => Move(queen, fixture.Queen.Sam));
        await Also(services, fixture.Strangers, actor, there);
        return true;
    }));

    private static Task Also(IServiceProvider services, Cast cast, Actor actor, Func<AppDbContext, Task> act) =>
        services.GetRequiredService<Change>().RunInOperator(cast.OperatorId, actor, act);

    private static async Task Move(AppDbContext db, TestUser who) =>
        (await db.Members.FirstAsync(row => row.Id == who.MemberId)).MoveTo("moved@x.example");
}
