using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web.Answers;

/// <summary>Answers are kept in memory only while they are right.</summary>
public sealed class KeptAnswersTests : IAsyncLifetime
{
    private CharterFixture day = null!;

    private Cast Cast => day.Cast;

    /// <summary>The addresses whose answers are kept.</summary>
    private string[] Kept => [day.Charter, day.List, $"/{Cast.Slug}", $"/{Cast.Slug}/charters/mine", day.Api];

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        // The delivery of an email is a change as well.
        await day.Ship.Rest();
    }

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task An_unchanged_answer_is_given_without_a_query()
    {
        foreach (var address in Kept.Where(address => address != $"/{Cast.Slug}/charters/mine"))
        {
            for (var i = 0; i < 2; i++) (await Cast.Dana.Browser.GetAsync(address)).EnsureSuccessStatusCode();

            Assert.Equal(0, await day.Ship.Queries.During(() => Cast.Dana.Browser.GetAsync(address)));
        }
    }

    [Fact]
    public async Task The_setting_0_keeps_no_answer()
    {
        await using var none = await CharterFixture.Begin(new() { Settings = { ["Memory:AnswersMb"] = "0" } });
        for (var i = 0; i < 2; i++) (await none.Cast.Dana.Api.GetAsync(none.Api)).EnsureSuccessStatusCode();

        Assert.NotEqual(0, await none.Ship.Queries.During(() => none.Cast.Dana.Api.GetAsync(none.Api)));
    }

    [Fact]
    public async Task A_change_on_one_charter_leaves_the_answers_about_another()
    {
        var other = (await Cast.Plan(day.VesselId).Json(201)).Id();
        await day.Ship.Rest();
        await Cast.Dana.Api.Get($"/api/events/{other}").Json();

        await Mark("complete");

        Assert.Equal(0, await day.Ship.Queries.During(() => Cast.Dana.Api.Get($"/api/events/{other}")));
    }

    [Fact]
    public async Task Every_change_is_shown_at_once()
    {
        await Shows("\"state\":\"in_progress\"", day.Api, () => Mark("in_progress"));
        await Shows("Moonlight", day.Charter, () => Cast.Dana.Api.Put(day.Api, new { title = "Moonlight" }).Json());
        await Shows("Bilge alarm", day.Charter, () => Cast.Dana.Api.Post(
            $"/api/vessels/{day.VesselId}/defects", new { what = "Bilge alarm", severity = "minor" }).Json(201));
        await Shows("Aurora II", $"/{Cast.Slug}", () =>
            Cast.Dana.Api.Put($"/api/vessels/{day.VesselId}", new { name = "Aurora II" }).Json());
        await Shows("Samantha", day.Api, () =>
            Cast.Olive.Api.Put($"/api/members/{Cast.Sam.MemberId}", new { name = "Samantha" }).Json());
        await Shows("\"listed\":1", day.Api, () => day.Guest("Ben Cole"));
        await Shows("Queen of La Jolla", day.Charter, async () => await day.Ship.Change(
            Cast.OperatorId, (db, _) => db.Operators.Where(row => row.Id == Cast.OperatorId)
                .ExecuteUpdateAsync(row => row.SetProperty(found => found.Name, "Queen of La Jolla"))));
    }

    [Fact]
    public async Task The_answer_of_the_last_minute_is_not_used()
    {
        await Cast.Dana.Browser.GetAsync(day.Charter);
        await Cast.Dana.Browser.GetAsync(day.Charter);

        day.Ship.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.NotEqual(0, await day.Ship.Queries.During(() => Cast.Dana.Browser.GetAsync(day.Charter)));
    }

    [Fact]
    public async Task A_demoted_member_loses_the_right_on_the_next_request()
    {
        for (var i = 0; i < 2; i++) Assert.Equal(200, await Status(Cast.Dana, $"/{Cast.Slug}/letters"));

        await Cast.Olive.Api.Put($"/api/members/{Cast.Dana.MemberId}", new { role = "crew" }).Json();

        Assert.Equal(403, await Status(Cast.Dana, $"/{Cast.Slug}/letters"));
    }

    [Fact]
    public async Task A_session_that_was_ended_gets_nothing_on_the_next_request()
    {
        for (var i = 0; i < 2; i++) Assert.Equal(200, await Status(Cast.Sam, day.Charter));

        await day.Ship.Change(Cast.OperatorId, async (db, actor) =>
        {
            (await db.Set<Session>().FirstAsync(row => row.Id == Cast.Sam.SessionId)).Revoke(actor.At);
            return true;
        });

        Assert.Equal(302, await Status(Cast.Sam, day.Charter));
    }

    [Fact]
    public async Task A_process_beside_the_server_takes_effect_on_the_next_request()
    {
        for (var i = 0; i < 2; i++) Assert.Equal(200, await Status(Cast.Sam, day.Charter));
        await using var beside = new DataFolderFixture(day.Ship.Folder);
        var db = beside.Get<AppDbContext>();
        db.UseOperator(Cast.OperatorId);

        await beside.Get<Change>().Run(async actor =>
        {
            (await db.Operators.FirstAsync(row => row.Id == Cast.OperatorId)).Suspend(actor);
            return true;
        });

        Assert.NotEqual(200, await Status(Cast.Sam, day.Charter));
    }

    [Fact]
    public async Task A_form_is_sent_with_a_new_key_each_time()
    {
        await day.Sail();
        var keys = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var page = await Cast.Kim.Browser.GetStringAsync(day.Charter);
            var found = Regex.Matches(page, "name=\"Idempotency-Key\"\\s+value=\"([0-9a-f]{32})\"");
            Assert.NotEmpty(found);
            Assert.All(found, match => Assert.True(keys.Add(match.Groups[1].Value)));
        }
    }

    [Fact]
    public async Task Everything_is_read_again_after_a_change_of_everything()
    {
        for (var i = 0; i < 2; i++) await Cast.Dana.Browser.GetAsync(day.Charter);

        day.Ship.Services.GetRequiredService<ChangeCounter>().Raise(ChangeScope.Everything);

        Assert.NotEqual(0, await day.Ship.Queries.During(() => Cast.Dana.Browser.GetAsync(day.Charter)));
    }

    /// <summary>A text appears on the page that was kept before the change, and its tag is another.</summary>
    private async Task Shows(string text, string address, Func<Task> change)
    {
        await Cast.Dana.Browser.GetAsync(address);
        var before = await Cast.Dana.Browser.GetAsync(address);
        Assert.DoesNotContain(text, await before.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await change();

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        var after = await Cast.Dana.Browser.SendAsync(request);
        Assert.Contains(text, await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<JsonNode> Mark(string state) => Cast.Kim.Api.Put(
        $"{day.Api}/checklists/{day.ListId}", new { items = new[] { new { id = day.Item(0), state } } }).Json();

    private static async Task<int> Status(TestUser user, string address) =>
        (int)(await user.Browser.GetAsync(address)).StatusCode;
}
