using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class EmailChangeTests
{
    [Fact]
    public async Task Someone_suspended_everywhere_cannot_confirm_but_one_active_membership_is_enough()
    {
        var strangers = await app.Cast("strangers");
        await Join(strangers);
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        await Confirm(oldLink);
        await cast.Olive.Api.Put($"/api/members/{Sam.MemberId}", new { status = "suspended" }).Json();
        var theirs = (await Memberships(Sam)).Single(member => member.OperatorId == strangers.OperatorId).Id;
        await strangers.Olive.Api.Put($"/api/members/{theirs}", new { status = "suspended" }).Json();

        Assert.Equal(404, (int)(await Confirm(newLink)).StatusCode);
        await strangers.Olive.Api.Put($"/api/members/{theirs}", new { status = "active" }).Json();
        Assert.Equal(303, (int)(await Confirm(newLink)).StatusCode);

        Assert.All(await Memberships(Sam), member => Assert.Equal(New, member.Email));
    }

    [Fact]
    public async Task Nobody_can_change_an_address_without_the_confirmation_emails()
    {
        foreach (var api in new[] { cast.Dana.Api, cast.Olive.Api, Sam.Api })
        {
            foreach (var email in new[] { New, Old.ToUpperInvariant(), null })
                Assert.Equal("Only the person can change the address.",
                    (await api.Put($"/api/members/{Sam.MemberId}", new { email }).Json(422)).ErrorAt("email"));
            await api.Put($"/api/members/{Sam.MemberId}", new { email = Old, phone = "+1 619 555 0123" }).Json();
        }

        await Sam.Browser.PostForm($"{Home}/me", ("name", "Sam"), ("phone", ""), ("email", New));
        Assert.Equal(Old, await Email(cast, Sam.MemberId));
    }

    /// <summary>Makes Sam, with the same account, a member of another operator too.</summary>
    private async Task Join(Cast other)
    {
        var personId = (await Person(Sam)).Id;
        await app.Change(other.OperatorId, (db, actor) =>
        {
            var member = new Member(other.OperatorId, personId, new()
            {
                Name = "Sam",
                Email = Old,
                Role = MemberRole.Crew,
                Qualifications = [],
            });
            member.Join(null, actor);
            db.Add(member);
            return Task.FromResult(true);
        });
    }

    private async Task<List<Member>> Memberships(TestUser who)
    {
        var personId = (await Person(who)).Id;
        return await app.In(services =>
            services.GetRequiredService<AppDbContext>().AcrossOperators<Member>()
                .Where(row => row.PersonId == personId).ToListAsync(stop));
    }
}
