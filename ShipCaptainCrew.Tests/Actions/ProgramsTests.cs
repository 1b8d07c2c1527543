using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

/// <summary>API tokens of programs, created by an owner.</summary>
public sealed class ProgramsTests : IAsyncLifetime
{
    private const string Page = "/queen-of-san-diego/programs";

    private readonly AppFixture app = new();
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_program_signs_in_with_a_token_shown_once_and_has_only_the_rights_of_its_role()
    {
        var (token, program) = await CreateToken("dispatcher", days: 90);

        var claims =
            JsonNode.Parse(
                Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])))!;
        Assert.Equal(90 * 86400, (int)claims["exp"]! - (int)claims["iat"]!);
        Assert.Equal("dispatcher", (string?)(await program.Get("/api/me").Json())["role"]);
        await program.Post("/api/vessels", new { name = "Mistral", passenger_capacity = 6 }).Json(201);
        await program.Put($"/api/members/{queen.Dana.MemberId}", new { role = "owner" }).Json(403);
        Assert.Equal("sign_in_again",
            (string?)(await program.Post("/api/members", new { name = "Jo", email = "jo@example.com" })
                .Json(403))["code"]);
        foreach (var page in new[] { Page, "/queen-of-san-diego/orders", "/queen-of-san-diego/waivers/book" })
            Assert.Equal(403, (int)(await program.Get(page)).StatusCode);
        Assert.DoesNotContain(token,
            await queen.Olive.Browser.GetStringAsync(Page, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Contains("Booking",
            (await queen.Olive.Browser.Page("/queen-of-san-diego/me")).QuerySelector(
                "section[aria-labelledby=sessions]")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_shows_who_created_and_who_revoked_a_token()
    {
        await CreateToken("crew", days: 1);
        var row = (await queen.Olive.Browser.Page(Page)).QuerySelector("button[name=program]")!;
        await queen.Olive.Browser.PostForm(Page, "?handler=Revoke", ("program", row.GetAttribute("value")!));

        var lines = (await queen.Olive.Browser.Page("/queen-of-san-diego/log")).QuerySelectorAll("tbody tr").Take(2)
            .Select(line => line.TextContent).ToList();

        Assert.Contains("Took a program's token back", lines[0], StringComparison.Ordinal);
        Assert.Contains("Made a token for a program", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains("Olive", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_with_the_crew_role_may_not_change_reference_data()
    {
        var (_, program) = await CreateToken("crew", days: 1);

        await program.Post("/api/vessels", new { name = "Mistral", passenger_capacity = 6 }).Json(403);
    }

    [Fact]
    public async Task A_program_may_not_create_passkeys_or_end_sessions()
    {
        var (_, program) = await CreateToken("dispatcher", days: 1);

        Assert.Equal(403, (int)(await program.PostForm("/queen-of-san-diego/me/passkeys", "?handler=Ask")).StatusCode);
        Assert.Equal(403,
            (int)(await program.PostForm(
                "/queen-of-san-diego/me", "?handler=End", ("session", $"{queen.Olive.SessionId}"))).StatusCode);
        Assert.Equal(403, (int)(await program.PostForm("/queen-of-san-diego/me", "?handler=EndElsewhere")).StatusCode);

        await queen.Olive.Api.Get("/api/me").Json();
    }

    [Fact]
    public async Task A_program_has_no_access_to_its_makers_other_operators()
    {
        var other = await app.Cast("strangers");
        var (_, program) = await CreateToken("dispatcher", days: 90);
        await app.Change(other.OperatorId, async (db, actor) =>
        {
            var person =
                db.Users.First(row => row.NormalizedEmail == Person.Normalize("olive@queen-of-san-diego.example"));
            var member = new Member(other.OperatorId, person.Id, new()
            {
                Name = "Olive",
                Email = person.Email!,
                Phone = "",
                Role = MemberRole.Owner,
                Qualifications = [],
            });
            member.Join(null, actor);
            await db.AddAsync(member);
            return true;
        });

        Assert.Equal(200, (int)(await queen.Olive.Browser.Get("/strangers")).StatusCode);
        Assert.Equal(404, (int)(await program.Get("/strangers")).StatusCode);
        Assert.Equal(200, (int)(await program.Get("/queen-of-san-diego")).StatusCode);
        Assert.Equal("queen-of-san-diego", (string?)(await program.Get("/api/me").Json())["operator"]);
    }

    [Theory]
    [InlineData("taken back")]
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

    [Theory]
    [InlineData("owner", "30")]
    [InlineData("captain", "30")]
    [InlineData("dispatcher", "367")]
    [InlineData("dispatcher", "0")]
    [InlineData("dispatcher", "")]
    public async Task A_token_above_dispatcher_or_longer_than_a_year_is_refused(string role, string days) =>
        Assert.Equal(422,
            (int)(await queen.Olive.Browser.PostForm(
                Page, ("name", "Booking"), ("role", role), ("days", days))).StatusCode);

    [Fact]
    public async Task Only_an_owner_with_a_recent_sign_in_creates_a_token()
    {
        Assert.Equal(403,
            (int)(await queen.Dana.Browser.PostForm("/queen-of-san-diego/me", "/../programs", ("name", "Booking"),
                ("role", "crew"), ("days", "1"))).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        var stale = await queen.Olive.Browser.PostForm(Page, ("name", "Booking"), ("role", "crew"), ("days", "1"));

        Assert.Equal(403, (int)stale.StatusCode);
        Assert.Equal("Booking", (await stale.Html()).QuerySelector("#name")!.GetAttribute("value"));
        Assert.Null(await TokenId());
    }

    private async Task<(string Token, HttpClient Program)> CreateToken(string role, int days)
    {
        var page =
            await (await queen.Olive.Browser.PostForm(
                Page, ("name", "Booking"), ("role", role), ("days", $"{days}"))).Html();
        var token = page.QuerySelector(".pre")!.TextContent;
        var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (token, program);
    }

    private async Task<string> TokenId() =>
        (await queen.Olive.Browser.Page(Page)).QuerySelector("button[name=program]")?.GetAttribute("value")!;
}
