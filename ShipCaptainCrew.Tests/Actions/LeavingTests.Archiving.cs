using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

public sealed partial class LeavingTests
{
    [Fact]
    public async Task The_page_shows_in_advance_how_many_positions_become_open()
    {
        Assert.Contains("No role on an upcoming charter becomes "
            + "open.", await ReleaseNotice(), StringComparison.Ordinal);

        await WithSam("2026-07-04");
        Assert.Contains(
            "One role on an upcoming charter becomes open", await ReleaseNotice(), StringComparison.Ordinal);

        await WithSam("2026-07-05");
        await WithSam("2026-06-20");
        Assert.Contains("2 roles on upcoming charters become open", await ReleaseNotice(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archiving_a_member_does_not_change_the_crew_of_a_charter_under_way()
    {
        var sailed = await Plan(
            "2026-07-01", Cast.Sam, await Cast.Type("Two aboard", PlanningSteps.AtHalfPastFour, new(1, 0, 1)));
        Ship.Clock.Advance(TimeSpan.FromHours(3.75));
        await Cast.Dana.Api.Post($"/api/events/{sailed}/board").Json();
        await Cast.Dana.Api.Post($"/api/events/{sailed}/depart").Json();

        var dana = await Cast.Dana.SignInAgain(Ship, Cast.OperatorId);
        await dana.DeleteAsync($"/api/members/{Cast.Sam.MemberId}").Json(204);

        Assert.Equal(["Kim", "Sam"], await Aboard(sailed));
    }

    [Fact]
    public async Task The_last_owner_cannot_be_archived_and_keeps_their_positions()
    {
        var founder = (await Cast.Olive.Api.Get("/api/members").Json())["items"]!.AsArray()
            .Single(member => Text(member!["name"]).StartsWith("founder", StringComparison.Ordinal))!;
        await Cast.Olive.Api.DeleteAsync($"/api/members/{founder["id"]}");
        var charter = await Plan("2026-07-04", Cast.Olive);

        Assert.Equal(403, (int)(await Cast.Dana.Api.DeleteAsync($"/api/members/{Cast.Olive.MemberId}")).StatusCode);
        Assert.Equal(409, (int)(await Cast.Olive.Api.DeleteAsync($"/api/members/{Cast.Olive.MemberId}")).StatusCode);

        Assert.Equal(["Kim", "Olive"], await Aboard(charter));
    }

    private async Task<string> ReleaseNotice() =>
        (await Cast.Dana.Browser.Page(SamsPage)).QuerySelector("main details")!.TextContent;
}
