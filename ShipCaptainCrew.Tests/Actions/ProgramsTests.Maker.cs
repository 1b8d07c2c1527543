using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

public sealed partial class ProgramsTests
{
    /// <summary>The handlers of the pages below /me, except the theme, which is kept in the browser only.</summary>
    [Theory]
    [InlineData("/me", "", "name")]
    [InlineData("/me", "?handler=Letters", "letters")]
    [InlineData("/me", "?handler=End", "session")]
    [InlineData("/me", "?handler=EndElsewhere", "x")]
    [InlineData("/me/passkeys", "", "name")]
    [InlineData("/me/passkeys", "?handler=Ask", "x")]
    [InlineData("/me/passkeys", "?handler=Rename", "name")]
    [InlineData("/me/passkeys", "?handler=Remove", "id")]
    [InlineData("/me/address", "", "email")]
    [InlineData("/me/address", "?handler=Again", "x")]
    [InlineData("/me/address", "?handler=Withdraw", "x")]
    public async Task A_program_changes_nothing_about_its_maker(string page, string handler, string field)
    {
        var (_, program) = await CreateToken("dispatcher", days: 1);
        await queen.AskFor(queen.Olive, "olive@elsewhere.example");
        var before = await Details();

        using var refused = await program.PostForm(
            $"/queen-of-san-diego{page}", handler, (field, "olive@evil.example"));

        Assert.Equal(403, (int)refused.StatusCode);
        Assert.Equal(before, await Details());
        Assert.Contains("olive@elsewhere.example",
            await queen.Olive.Browser.GetStringAsync(
                "/queen-of-san-diego/me", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_handler_of_the_pages_below_me_is_tried_by_a_program()
    {
        var rows = Repository.Lines("ShipCaptainCrew.Tests/EndpointRights.txt")
            .Where(line => line.StartsWith("POST /{operator:slug}/me", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1]["/{operator:slug}".Length..]);
        var tried = typeof(ProgramsTests).GetMethod(nameof(A_program_changes_nothing_about_its_maker))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
            .Select(row => $"{row.Data[0]}{row.Data[1]}");

        Assert.Equal(["/me?handler=Theme"], rows.Except(tried));
    }

    [Fact]
    public async Task A_program_cannot_change_its_makers_name_by_the_API()
    {
        var (_, program) = await CreateToken("dispatcher", days: 1);

        var refused = await program.Put($"/api/members/{queen.Olive.MemberId}", new { name = "Eve" }).Json(403);

        Assert.Equal("forbidden", (string?)refused["code"]);
        Assert.Equal("Olive", (string?)(await queen.Olive.Api.Get("/api/me").Json())["name"]);
    }

    private async Task<string> Details() =>
        $"{await queen.Olive.Api.Get($"/api/members/{queen.Olive.MemberId}").Json()}";
}
