using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Suspends and resumes operators, and adds people to a second operator.</summary>
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

    /// <summary>Makes a member of another operator a member of this one too, as the same person.</summary>
    public static Task<Guid> Join(this Cast cast, TestUser user, MemberRole role = MemberRole.Crew) =>
        cast.Ship.Change(cast.OperatorId, async (db, actor) =>
    {
        var personId = await db.AcrossOperators<Member>().Where(member => member.Id == user.MemberId)
            .Select(member => member.PersonId).SingleAsync();
        var member = new Member(cast.OperatorId, personId, new()
        {
            Name = user.Name,
            Email = $"{user.Name}@both.example",
            Role = role,
            Qualifications = [CrewRole.Captain],
        });
        member.Join(null, actor);
        db.Add(member);
        return member.Id;
    });
}
