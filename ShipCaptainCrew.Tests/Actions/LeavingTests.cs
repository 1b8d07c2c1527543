using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

/// <summary>Positions of members who are suspended or archived.</summary>
public sealed partial class LeavingTests : PlanningTestBase
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
