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
    public async Task A_deckhand_is_invited_listed_changed_and_archived()
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
    public async Task The_list_is_paged()
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
    public async Task An_invalid_field_is_refused_and_nobody_is_invited(string body, string field)
    {
        var before = (await All(Queen.Olive)).Count;

        var problem = await Queen.Olive.Api.Post("/api/members", JsonNode.Parse(body)).Json(422);

        Assert.NotNull(problem.ErrorAt(field));
        Assert.Single(problem["errors"]!.AsObject());
        Assert.Equal(before, (await All(Queen.Olive)).Count);
    }

    [Fact]
    public async Task A_name_may_have_up_to_120_characters_of_any_script()
    {
        var unusual = "שרה 👩‍✈️ <script>alert(1)</script>";
        var jo = await Invite(unusual);
        Assert.Equal(unusual, (string?)jo["name"]);

        await Invite(new string('x', 120));
        var problem = await Queen.Dana.Api.Post("/api/members", new { name = new string('x', 121), email = Address() })
            .Json(422);
        Assert.Contains("121", problem.ErrorAt("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_repeated_with_the_same_key_invites_once()
    {
        var (key, body) = (Guid.NewGuid().ToString(), new { name = "Jo", email = Address() });

        var first = await InviteWithKey(key, body).Json(201);
        var second = await InviteWithKey(key, body).Json(201);

        Assert.True(Same(first, second));
        await InviteWithKey(key, new { name = "Somebody else", email = Address() }).Json(422);
    }

    [Fact]
    public async Task An_address_that_differs_only_in_case_is_already_a_member()
    {
        var email = Address();
        await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email }).Json(201);

        var problem = await Queen.Dana.Api
            .Post("/api/members", new { name = "Jo again", email = email.ToUpperInvariant() })
            .Json(422);

        Assert.EndsWith("is already a member.", problem.ErrorAt("email"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_email_address_of_a_member_cannot_be_changed()
    {
        var jo = await Invite("Jo");

        var problem = await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", new { email = Address() }).Json(422);
        await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", jo).Json();

        Assert.NotNull(problem.ErrorAt("email"));
    }

    [Fact]
    public async Task A_member_of_another_operator_joins_as_the_same_person()
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
    public async Task An_archived_member_keeps_the_same_id_when_invited_again()
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
    public async Task An_invitation_can_be_sent_again_until_the_member_has_joined()
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
    public async Task Crew_see_other_members_without_email_and_phone()
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
    public async Task Crew_may_not_invite_change_or_archive_members()
    {
        var body = new { name = "Jo", email = Address() };

        await Queen.Kim.Api.Post("/api/members", body).Json(403);
        await Queen.Kim.Api.Put($"/api/members/{Queen.Alex.MemberId}", new { phone = "1" }).Json(403);
        await Queen.Kim.Api.Post($"/api/members/{Queen.Alex.MemberId}/invite").Json(403);
        await Queen.Kim.Api.DeleteAsync($"/api/members/{Queen.Alex.MemberId}").Json(403);
    }

    [Fact]
    public async Task Only_an_owner_changes_office_members()
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
    public async Task Members_change_their_own_name_and_phone_but_not_their_role_status_or_qualifications()
    {
        foreach (var user in new[] { Queen.Olive, Queen.Dana, Queen.Max })
        {
            var address = $"/api/members/{user.MemberId}";
            await user.Api.Put(address, new { role = user == Queen.Dana ? "owner" : "dispatcher" }).Json(403);
            await user.Api.Put(address, new { status = "suspended" }).Json(403);
            await user.Api.Put(address, new { qualifications = new[] { "captain" } }).Json(403);
            await user.Api.Put(address, new { name = user.Name, phone = "+1 619 555 0199" }).Json();
        }
    }

    [Fact]
    public async Task The_last_owner_cannot_be_archived()
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
    public async Task Suspended_and_archived_members_are_signed_out_on_the_next_request()
    {
        var cast = await fixture.Ship.Cast("strict-boats");
        await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "suspended" }).Json();
        await cast.Dana.Api.DeleteAsync($"/api/members/{cast.Alex.MemberId}").Json(204);

        foreach (var user in new[] { cast.Sam, cast.Alex })
        {
            Assert.Equal(401, (int)(await user.Api.GetAsync("/api/members")).StatusCode);
        }

        await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "active" }).Json();
        await cast.Sam.Api.GetAsync("/api/members").Json();
    }

    [Fact]
    public async Task Members_are_not_found_from_another_operator()
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

    private static async Task<List<JsonNode>> All(TestUser user) =>
        [.. (await user.Api.GetAsync("/api/members?limit=200").Json())["items"]!.AsArray().Select(member => member!)];

    private Task<JsonNode> Invite(string name) =>
        Queen.Dana.Api.Post("/api/members", new { name, email = Address() }).Json(201);

    private Task<HttpResponseMessage> InviteWithKey(string key, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/members")
        {
            Content = System.Net.Http.Json.JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", key);
        return Queen.Dana.Api.SendAsync(request);
    }
}
