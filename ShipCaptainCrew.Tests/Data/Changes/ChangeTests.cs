using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Data.Changes;

/// <summary>A change of two operators is atomic, and each part sees only its own operator's rows.</summary>
public sealed class ChangeTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    [Fact]
    public async Task A_failure_in_the_second_operator_rolls_back_the_first()
    {
        await Assert.ThrowsAsync<DbUpdateException>(() => ChangeBoth(async strangers =>
        {
            await ChangeEmail(strangers, fixture.Robin);
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
            var email = await cast.Look(
                db => db.Members.Where(row => row.Id == who.MemberId).Select(row => row.Email).FirstAsync());
            Assert.Equal(cast.AddressOf(who), email);
            Assert.Empty(await cast.Look(db => db.Log.Where(entry => entry.Kind == "member.changed").ToListAsync()));
        }
    }

    [Fact]
    public async Task The_part_for_the_second_operator_cannot_read_or_write_the_first()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => ChangeBoth(async strangers =>
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

    /// <summary>In one change: changes the email of Queen's Sam, then runs an action in Strangers.</summary>
    private Task<bool> ChangeBoth(Func<AppDbContext, Task> act) =>
        fixture.Ship.In(services => services.GetRequiredService<Change>().Run(async actor =>
        {
            await ChangeIn(services, fixture.Queen, actor, queen => ChangeEmail(queen, fixture.Queen.Sam));
            await ChangeIn(services, fixture.Strangers, actor, act);
            return true;
        }));

    private static Task ChangeIn(IServiceProvider services, Cast cast, Actor actor, Func<AppDbContext, Task> act) =>
        services.GetRequiredService<Change>().RunInOperator(cast.OperatorId, actor, act);

    private static async Task ChangeEmail(AppDbContext db, TestUser who) =>
        (await db.Members.FirstAsync(row => row.Id == who.MemberId)).MoveTo("moved@x.example");
}
