using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

/// <summary>API tokens of programs, created by an owner.</summary>
public sealed partial class ProgramsTests : IAsyncLifetime
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

        var claims = JsonNode.Parse(
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

    private async Task<(string Token, HttpClient Program)> CreateToken(string role, int days)
    {
        var page = await (await queen.Olive.Browser.PostForm(
            Page, ("name", "Booking"), ("role", role), ("days", $"{days}"))).Html();
        var token = page.QuerySelector(".pre")!.TextContent;
        var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (token, program);
    }

    private async Task<string> TokenId() =>
        (await queen.Olive.Browser.Page(Page)).QuerySelector("button[name=program]")?.GetAttribute("value")!;
}
