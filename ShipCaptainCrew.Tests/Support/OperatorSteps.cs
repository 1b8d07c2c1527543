using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>What is done to whole operators, and people who belong to more than one.</summary>
public static class OperatorSteps
{
    public static Task<Outcome> AskToSuspend(this Cast cast, bool evenUnderWay = false) =>
        cast.Ship.In(
            services => services.GetRequiredService<OperatorActions>()
                .Suspend(cast.Slug, evenUnderWay, CancellationToken.None));

    public static async Task Suspend(this Cast cast, bool evenUnderWay = false) =>
        Assert.Null((await cast.AskToSuspend(evenUnderWay)).Refusal);

    public static async Task Resume(this Cast cast) =>
        Assert.Null(
            (await cast.Ship.In(
                services => services.GetRequiredService<OperatorActions>()
                    .Resume(cast.Slug, CancellationToken.None))).Refusal);

    /// <summary>Makes somebody of another operator's a member here too, with the same sign-in.</summary>
    public static Task<Guid> Join(this Cast cast, TestUser hand, MemberRole role = MemberRole.Crew) =>
        cast.Ship.Change(cast.OperatorId, async (db, actor) =>
    {
        var personId = await db.AcrossOperators<Member>().Where(member => member.Id == hand.MemberId)
            .Select(member => member.PersonId).SingleAsync();
        var member = new Member(cast.OperatorId, personId, new()
        {
            Name = hand.Name,
            Email = $"{hand.Name}@both.example",
            Role = role,
            Qualifications = [CrewRole.Captain],
        });
        member.Join(null, actor);
        db.Add(member);
        return member.Id;
    });
}
