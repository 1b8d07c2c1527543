using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

/// <summary>Positions of members who are suspended or archived.</summary>
public sealed class LeavingTests : PlanningTestBase
{
    private string SamsPage => $"/{Cast.Slug}/crew/{Cast.Sam.MemberId}";

    [Fact]
    public async Task A_suspended_member_is_released_from_coming_charters_but_not_from_past_ones()
    {
        var (past, coming) = (await WithSam("2026-06-20"), await WithSam("2026-07-04"));
        await Cast.Dana.Browser.PostForm(
            SamsPage, ("name", "Sam"), ("phone", "+1"), ("qualifications", "deckhand"), ("status", "active"));
        Assert.Equal(["Kim", "Sam"], await Aboard(coming));

        Assert.Equal(303, (int)(await Cast.Dana.Browser.PostForm(SamsPage, ("status", "suspended"))).StatusCode);

        Assert.Equal(["Kim", "Sam"], await Aboard(past));
        Assert.Equal(["Kim"], await Aboard(coming));
        Assert.Equal("role.released",
            (string?)(await Cast.Dana.Api.Get($"/api/events/{coming}/log").Json())["items"]![0]!["kind"]);
    }

    [Fact]
    public async Task The_captain_the_office_and_the_member_get_an_email_about_each_released_position()
    {
        await WithSam("2026-07-04");
        var before = (await Cast.Outbox()).Count;

        await Cast.Dana.Browser.PostForm(SamsPage, "?handler=Archive");

        var emails = (await Cast.Outbox()).Skip(before).ToList();
        Assert.Equal([Cast.Sam.MemberId],
            emails.Where(email => email.Kind == "place_given_up").Select(email => email.MemberId!.Value));
        Assert.Superset(
            new HashSet<Guid> { Cast.Kim.MemberId, Cast.Olive.MemberId },
            emails.Where(email => email.Kind == "crew_notice").Select(email => email.MemberId!.Value).ToHashSet());
    }

    [Fact]
    public async Task The_page_shows_in_advance_how_many_positions_become_open()
    {
        Assert.Contains("No place on a coming charter becomes free.", await ReleaseNotice(), StringComparison.Ordinal);

        await WithSam("2026-07-04");
        Assert.Contains("One place on a coming charter becomes free", await ReleaseNotice(), StringComparison.Ordinal);

        await WithSam("2026-07-05");
        await WithSam("2026-06-20");
        Assert.Contains("2 places on coming charters become free", await ReleaseNotice(), StringComparison.Ordinal);
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
        (await Cast.Dana.Browser.Page(SamsPage)).QuerySelector("details")!.TextContent;

    private Task<Guid> WithSam(string date) => Plan(date, Cast.Sam);

    private async Task<Guid> Plan(string date, TestUser deckhand, Guid? type = null) => (await Cast.Plan(Aurora, new()
    {
        ["event_date"] = date, ["charter_type_id"] = type, ["departure_time"] = "13:00", ["return_time"] = "15:00",
        ["crew"] = new JsonArray(new JsonObject { ["role"] = "deckhand", ["member_id"] = deckhand.MemberId }),
    }).Json(201)).Id();

    private async Task<IEnumerable<string>> Aboard(Guid charter) =>
        (await Cast.Dana.Api.Get($"/api/events/{charter}").Json())["roles"]!.AsArray()
        .Select(position => Text(position!["member"]?["name"])).Where(name => name.Length > 0).Order();
}
