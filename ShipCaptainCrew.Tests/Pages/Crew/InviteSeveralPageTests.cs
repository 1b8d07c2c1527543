using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Crew;

/// <summary>Inviting several people at once, one a line.</summary>
public sealed class InviteSeveralPageTests : IAsyncLifetime
{
    private readonly AppFixture ship = new();
    private Cast cast = null!;

    private string Page => $"/{cast.Slug}/crew/invite";

    public async ValueTask InitializeAsync() => cast = await ship.Cast();

    public ValueTask DisposeAsync() => ship.DisposeAsync();

    [Fact]
    public async Task Each_line_becomes_a_member_with_an_email()
    {
        var before = await ship.Count();

        var answer = await Post("Ana Cole, ana@a.example\nBen O'Neil <ben@b.example>\n\n  cy@c.example\tCy אורן ",
            ("qualifications", ""), ("qualifications", "deckhand"));

        Assert.Equal($"/{cast.Slug}/crew?done=invited_several", $"{answer.Headers.Location}");
        var crew = await cast.Dana.Browser.Page($"/{cast.Slug}/crew");
        foreach (var name in new[] { "Ana Cole", "Ben O'Neil", "Cy אורן" })
        {
            var row = crew.QuerySelectorAll(".rows li").Single(line => line.QuerySelector("a")!.TextContent == name);
            Assert.Contains("deckhand", row.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(["ana", "ben", "cy"],
            (await ship.Letters(since: before)).Select(email => email.Split(':')[0]).Order());
    }

    [Theory]
    [InlineData("", "Enter a name and an email address on each line.")]
    [InlineData("Ana, ana@a.example\nBen", "Line 2: Enter an email address.")]
    [InlineData("ana@a.example", "Line 1: Enter the person's name.")]
    [InlineData("Ana, ana@a@a", "Line 1: Enter an email address like name@example.com.")]
    [InlineData("Ana, ana@a.example\n\nAnna, ANA@a.example", "Line 3: This address is also on line 1.")]
    [InlineData("Ana, ana@a.example\nSam, sam@{0}.example", "Line 2: sam@{0}.example is already a member.")]
    public async Task One_bad_line_is_named_and_nobody_is_invited(string people, string error)
    {
        var before = await ship.Count();
        people = people.Replace("{0}", cast.Slug, StringComparison.Ordinal);

        var refused = await Post(people);

        Assert.Equal(422, (int)refused.StatusCode);
        var page = await refused.Html();
        Assert.Equal(error.Replace("{0}", cast.Slug, StringComparison.Ordinal),
            page.GetElementById("people-e")!.TextContent);
        Assert.Equal(people.Trim(), page.GetElementById("people")!.TextContent.Trim());
        Assert.DoesNotContain("Ana",
            (await cast.Dana.Browser.Page($"/{cast.Slug}/crew")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await ship.Letters(since: before));
    }

    [Fact]
    public async Task Too_many_lines_are_refused_and_crew_may_not_invite()
    {
        var people = string.Join('\n', Enumerable.Range(0, 51).Select(i => $"N {i}, n{i}@a.example"));

        Assert.Equal("At most 50 are allowed at once.",
            (await (await Post(people)).Html()).GetElementById("people-e")!.TextContent);
        Assert.Equal(403, (int)(await cast.Kim.Browser.GetAsync(Page)).StatusCode);
        Assert.Equal(403,
            (int)(await cast.Kim.Browser.PostForm(Page, ("people", "Ana, ana@a.example"))).StatusCode);
    }

    private Task<HttpResponseMessage> Post(string people, params (string, string)[] more) =>
        cast.Dana.Browser.PostForm(Page, [("people", people), .. more]);
}
