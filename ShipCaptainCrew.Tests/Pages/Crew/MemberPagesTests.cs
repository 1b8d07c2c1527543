using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Crew;

public sealed partial class MemberPagesTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private const string List = "/queen-of-san-diego/crew";

    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task The_office_invites_suspends_and_archives_a_member_without_JavaScript()
    {
        var invited =
            await Queen.Dana.Browser.PostForm($"{List}/new", ("name", "Jo O'Neil"), ("email", "jo@example.com"),
                ("qualifications", ""), ("qualifications", "deckhand"));
        Assert.Equal($"{List}?done=invited", invited.Headers.Location?.ToString());
        var row = await Row("Jo O'Neil");
        Assert.Contains("deckhand", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Invited", row.TextContent, StringComparison.Ordinal);

        var address = row.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal(303, (int)(await Queen.Dana.Browser.PostForm(address, "?handler=Invite")).StatusCode);
        await Queen.Dana.Browser.PostForm(
            address, ("name", "Jo O'Neil"), ("qualifications", ""), ("status", "suspended"));
        row = await Row("Jo O'Neil");
        Assert.Contains("Suspended", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("deckhand", row.TextContent, StringComparison.Ordinal);

        var refused = await Queen.Dana.Browser.PostForm(address, "?handler=Invite");
        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("cannot be invited", (await refused.Html()).QuerySelector(".errors")!.TextContent,
            StringComparison.Ordinal);

        await Queen.Dana.Browser.PostForm(address, "?handler=Archive");
        Assert.DoesNotContain(
            "O'Neil", (await Queen.Dana.Browser.Page(List)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_invitation_keeps_its_input()
    {
        var name = "<script>alert(1)</script> אורן";
        var answer = await Queen.Olive.Browser.PostForm(
            $"{List}/new", ("name", name), ("email", "sam@queen-of-san-diego.example"),
            ("qualifications", ""), ("qualifications", "captain"), ("qualifications", "deckhand"),
            ("role", "dispatcher"));
        var page = await answer.Html();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(
            "sam@queen-of-san-diego.example is already a member.", page.QuerySelector("#email-e")?.TextContent);
        Assert.Equal(name, page.QuerySelector("#name")?.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Equal(["captain", "deckhand", "dispatcher"],
            page.QuerySelectorAll("[checked]").Select(box => box.GetAttribute("value")));
    }

    private async Task<IElement> Row(string name) =>
        (await Queen.Dana.Browser.Page(List)).QuerySelectorAll(".task")
            .Single(row => row.QuerySelector("a")!.TextContent == name);
}
