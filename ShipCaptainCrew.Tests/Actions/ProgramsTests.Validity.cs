using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

public sealed partial class ProgramsTests
{
    [Theory]
    [InlineData("revoked")]
    [InlineData("over")]
    [InlineData("maker suspended")]
    [InlineData("maker archived")]
    public async Task A_revoked_or_expired_token_is_refused_on_the_next_request(string why)
    {
        var (_, program) = await CreateToken("dispatcher", days: 31);
        var second = await TestUser.Create(app, queen.OperatorId, queen.Slug, "Otto", MemberRole.Owner);
        await program.Get("/api/me").Json();

        if (why == "over") app.Clock.Advance(TimeSpan.FromDays(31));
        else if (why == "maker archived")
            await second.Api.DeleteAsync($"/api/members/{queen.Olive.MemberId}", TestContext.Current.CancellationToken)
                .Json(204);
        else if (why == "maker suspended")
            await second.Api.Put($"/api/members/{queen.Olive.MemberId}", new { status = "suspended" }).Json();
        else
            Assert.Equal(303,
                (int)(await second.Browser.PostForm(Page, "?handler=Revoke", ("program", await TokenId()))).StatusCode);

        await program.Get("/api/me").Json(401);
    }

    [Fact]
    public async Task A_program_loses_rights_together_with_its_maker()
    {
        var (_, program) = await CreateToken("dispatcher", days: 31);
        var second = await TestUser.Create(app, queen.OperatorId, queen.Slug, "Otto", MemberRole.Owner);

        await second.Api.Put($"/api/members/{queen.Olive.MemberId}", new { role = "crew" }).Json();

        Assert.Equal("crew", (string?)(await program.Get("/api/me").Json())["role"]);
    }
}
