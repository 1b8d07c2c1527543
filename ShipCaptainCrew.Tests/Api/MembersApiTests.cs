using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class MembersApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private static int number;

    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task The_office_invites_a_deckhand_who_is_listed_changed_and_archived()
    {
        var made =
            await Queen.Dana.Api.Post("/api/members",
                new {
                    name = "Jo", email = Address(), phone = "+1 619 555 0101", qualifications = new[] { "deckhand" } });
        Assert.Equal(201, (int)made.StatusCode);
        var jo = await Task.FromResult(made).Json(201);
        Assert.Equal($"/api/members/{jo["id"]}", made.Headers.Location?.ToString());
        Assert.Equal("crew", (string?)jo["role"]);
        Assert.Equal("invited", (string?)jo["status"]);

        var changed = await Queen.Dana.Api
            .Put($"/api/members/{jo["id"]}",
                new { qualifications = new[] { "first_mate", "captain" }, phone = (string?)null })
            .Json();
        Assert.Equal(["captain", "first_mate"], changed["qualifications"]!.AsArray().Select(role => (string?)role));
        Assert.Equal("Jo", (string?)changed["name"]);
        Assert.Null(changed["phone"]);
        Assert.Contains(await All(Queen.Dana), member => Same(member, jo));

        await Queen.Dana.Api.DeleteAsync($"/api/members/{jo["id"]}").Json(204);
        Assert.DoesNotContain(await All(Queen.Dana), member => Same(member, jo));
    }

    [Fact]
    public async Task The_list_comes_in_slices()
    {
        var first = await Queen.Dana.Api.GetAsync("/api/members?limit=2").Json();
        var second = await Queen.Dana.Api.GetAsync($"/api/members?limit=2&cursor={first["next_cursor"]}").Json();

        Assert.Equal(
            ["founder@queen-of-san-diego.example", "Olive", "Dana", "Kim"], Names(first).Concat(Names(second)));
        await Queen.Dana.Api.GetAsync("/api/members?limit=0").Json(422);
        await Queen.Dana.Api.GetAsync("/api/members?cursor=x").Json(422);
    }

    [Theory]
    [InlineData("""{"email":"a@example.com"}""", "name")]
    [InlineData("""{"name":"  ","email":"a@example.com"}""", "name")]
    [InlineData("""{"name":5,"email":"a@example.com"}""", "name")]
    [InlineData("""{"name":["Jo"],"email":"a@example.com"}""", "name")]
    [InlineData("""{"name":"Jo\u0000","email":"a@example.com"}""", "name")]
    [InlineData("""{"name":"Jo"}""", "email")]
    [InlineData("""{"name":"Jo","email":"nowhere"}""", "email")]
    [InlineData("""{"name":"Jo","email":"a@example.com\r\nBcc: b@example.com"}""", "email")]
    [InlineData("""{"name":"Jo","email":{"at":"example.com"}}""", "email")]
    [InlineData(
        """{"name":"Jo","email":"a@example.com","phone":"0123456789012345678901234567890123456789x"}""", "phone")]
    [InlineData("""{"name":"Jo","email":"a@example.com","role":"admiral"}""", "role")]
    [InlineData("""{"name":"Jo","email":"a@example.com","role":null}""", "role")]
    [InlineData("""{"name":"Jo","email":"a@example.com","qualifications":["cook"]}""", "qualifications")]
    public async Task What_cannot_be_read_is_told_at_its_field_and_nobody_is_invited(string body, string field)
    {
        var before = (await All(Queen.Olive)).Count;

        var problem = await Queen.Olive.Api.Post("/api/members", JsonNode.Parse(body)).Json(422);

        Assert.NotNull(problem.ErrorAt(field));
        Assert.Single(problem["errors"]!.AsObject());
        Assert.Equal(before, (await All(Queen.Olive)).Count);
    }

    [Fact]
    public async Task A_name_may_be_120_characters_of_any_script_and_no_more()
    {
        var rare = "שרה 👩‍✈️ <script>alert(1)</script>";
        var jo = await Invite(rare);
        Assert.Equal(rare, (string?)jo["name"]);

        await Invite(new string('x', 120));
        var problem = await Queen.Dana.Api.Post("/api/members", new { name = new string('x', 121), email = Address() })
            .Json(422);
        Assert.Contains("121", problem.ErrorAt("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_invitation_sent_twice_invites_once()
    {
        var (key, body) = (Guid.NewGuid().ToString(), new { name = "Jo", email = Address() });

        var first = await Keyed(key, body).Json(201);
        var second = await Keyed(key, body).Json(201);

        Assert.True(Same(first, second));
        await Keyed(key, new { name = "Somebody else", email = Address() }).Json(422);
    }

    [Fact]
    public async Task An_address_is_invited_once_whatever_its_capitals()
    {
        var email = Address();
        await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email }).Json(201);

        var problem = await Queen.Dana.Api
            .Post("/api/members", new { name = "Jo again", email = email.ToUpperInvariant() })
            .Json(422);

        Assert.EndsWith("is already a member.", problem.ErrorAt("email"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_stays_as_it_was_invited()
    {
        var jo = await Invite("Jo");

        var problem = await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", new { email = Address() }).Json(422);
        await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", jo).Json();

        Assert.NotNull(problem.ErrorAt("email"));
    }

    [Fact]
    public async Task Somebody_of_another_operator_joins_this_one_with_the_same_sign_in()
    {
        await Queen.Dana.Api
            .Post("/api/members", new { name = "Sam of the strangers", email = "Sam@strangers.example" })
            .Json(201);

        var memberships =
            await fixture.Ship.In(services => services.GetRequiredService<AppDbContext>().AcrossOperators<Member>()
            .Where(member => EF.Functions.Like(member.Email, "sam@strangers.example")).ToListAsync());

        Assert.Equal(2, memberships.Count);
        Assert.Single(memberships.DistinctBy(member => member.PersonId));
    }

    [Fact]
    public async Task Somebody_archived_comes_back_under_the_same_id()
    {
        var email = Address();
        var jo = await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email }).Json(201);
        await Queen.Dana.Api.DeleteAsync($"/api/members/{jo["id"]}").Json(204);

        var back = await Queen.Dana.Api
            .Post("/api/members", new { name = "Jo Back", email, qualifications = new[] { "deckhand" } })
            .Json(201);

        Assert.True(Same(jo, back));
        Assert.Equal("Jo Back", (string?)back["name"]);
        Assert.Contains(await All(Queen.Dana), member => Same(member, jo));
    }

    [Fact]
    public async Task An_invitation_goes_out_again_until_its_person_has_joined()
    {
        var jo = await Invite("Jo");
        await Queen.Dana.Api.Post($"/api/members/{jo["id"]}/invite").Json();

        var joined = await Queen.Dana.Api.Post($"/api/members/{Queen.Sam.MemberId}/invite").Json(409);
        await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", new { status = "suspended" }).Json();
        var suspended = await Queen.Dana.Api.Post($"/api/members/{jo["id"]}/invite").Json(409);

        Assert.Equal("already_joined", (string?)joined["code"]);
        Assert.Equal("may_not_come", (string?)suspended["code"]);
    }

    [Fact]
    public async Task Crew_see_who_their_mates_are_but_not_how_to_reach_them()
    {
        var max = (await All(Queen.Kim)).Single(member => (string?)member["name"] == "Max");
        Assert.Null(max["email"]);
        Assert.Null(max["phone"]);
        Assert.Equal(["first_mate", "deckhand"], max["qualifications"]!.AsArray().Select(role => (string?)role));

        var kim = await Queen.Kim.Api.GetAsync($"/api/members/{Queen.Kim.MemberId}").Json();
        Assert.Equal("kim@queen-of-san-diego.example", (string?)kim["email"]);
        Assert.NotNull((await Queen.Dana.Api.GetAsync($"/api/members/{Queen.Max.MemberId}").Json())["phone"]);
    }

    [Fact]
    public async Task Crew_neither_invite_nor_change_nor_archive_anybody()
    {
        var body = new { name = "Jo", email = Address() };

        await Queen.Kim.Api.Post("/api/members", body).Json(403);
        await Queen.Kim.Api.Put($"/api/members/{Queen.Alex.MemberId}", new { phone = "1" }).Json(403);
        await Queen.Kim.Api.Post($"/api/members/{Queen.Alex.MemberId}/invite").Json(403);
        await Queen.Kim.Api.DeleteAsync($"/api/members/{Queen.Alex.MemberId}").Json(403);
    }

    [Fact]
    public async Task Only_an_owner_touches_the_office()
    {
        await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email = Address(), role = "dispatcher" })
            .Json(403);
        await Queen.Dana.Api.Put($"/api/members/{Queen.Olive.MemberId}", new { phone = "1" }).Json(403);
        await Queen.Dana.Api.Put($"/api/members/{Queen.Alex.MemberId}", new { role = "owner" }).Json(403);
        await Queen.Dana.Api.DeleteAsync($"/api/members/{Queen.Olive.MemberId}").Json(403);

        var jo = await Queen.Olive.Api.Post("/api/members", new { name = "Jo", email = Address(), role = "dispatcher" })
            .Json(201);
        await Queen.Dana.Api.Post($"/api/members/{jo["id"]}/invite").Json(403);
        await Queen.Olive.Api.Put($"/api/members/{jo["id"]}", new { role = "crew" }).Json();
        await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", new { phone = "1" }).Json();
    }

    [Fact]
    public async Task Nobody_changes_their_own_role_status_or_qualifications_but_everybody_their_name_and_phone()
    {
        foreach (var hand in new[] { Queen.Olive, Queen.Dana, Queen.Max })
        {
            var address = $"/api/members/{hand.MemberId}";
            await hand.Api.Put(address, new { role = hand == Queen.Dana ? "owner" : "dispatcher" }).Json(403);
            await hand.Api.Put(address, new { status = "suspended" }).Json(403);
            await hand.Api.Put(address, new { qualifications = new[] { "captain" } }).Json(403);
            await hand.Api.Put(address, new { name = hand.Name, phone = "+1 619 555 0199" }).Json();
        }
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        var cast = await fixture.Ship.Cast("one-owner");
        var address = $"/api/members/{cast.Olive.MemberId}";
        var refused = await cast.Olive.Api.DeleteAsync(address).Json(409);
        Assert.Equal("last_owner", (string?)refused["code"]);

        await cast.Olive.Api.Put($"/api/members/{cast.Dana.MemberId}", new { role = "owner" }).Json();
        await cast.Olive.Api.DeleteAsync(address).Json(204);
        await cast.Dana.Api.DeleteAsync($"/api/members/{cast.Dana.MemberId}").Json(409);
    }

    [Fact]
    public async Task Whoever_is_suspended_or_archived_is_ashore_from_the_next_request_on()
    {
        var cast = await fixture.Ship.Cast("strict-boats");
        await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "suspended" }).Json();
        await cast.Dana.Api.DeleteAsync($"/api/members/{cast.Alex.MemberId}").Json(204);

        foreach (var hand in new[] { cast.Sam, cast.Alex })
        {
            Assert.Equal(401, (int)(await hand.Api.GetAsync("/api/members")).StatusCode);
        }

        await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "active" }).Json();
        await cast.Sam.Api.GetAsync("/api/members").Json();
    }

    [Fact]
    public async Task Robin_finds_nobody_here()
    {
        var address = $"/api/members/{Queen.Sam.MemberId}";

        await fixture.Robin.Api.GetAsync(address).Json(404);
        await fixture.Robin.Api.Put(address, new { name = "Mine" }).Json(404);
        await fixture.Robin.Api.Post($"{address}/invite").Json(404);
        await fixture.Robin.Api.DeleteAsync(address).Json(404);
        Assert.DoesNotContain(
            await All(fixture.Robin), member => (string?)member["id"] == Queen.Sam.MemberId.ToString());
    }

    private static string Address() => $"jo{Interlocked.Increment(ref number)}@example.com";

    private static bool Same(JsonNode one, JsonNode other) => (string?)one["id"] == (string?)other["id"];

    private static IEnumerable<string?> Names(JsonNode list) =>
        list["items"]!.AsArray().Select(member => (string?)member!["name"]);

    private static async Task<List<JsonNode>> All(TestUser hand) =>
        [.. (await hand.Api.GetAsync("/api/members?limit=200").Json())["items"]!.AsArray().Select(member => member!)];

    private Task<JsonNode> Invite(string name) =>
        Queen.Dana.Api.Post("/api/members", new { name, email = Address() }).Json(201);

    private Task<HttpResponseMessage> Keyed(string key, object body)
    {
        var request =
            new HttpRequestMessage(
                HttpMethod.Post, "/api/members") { Content = System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return Queen.Dana.Api.SendAsync(request);
    }
}
