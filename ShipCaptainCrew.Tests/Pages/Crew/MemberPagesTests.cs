using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Crew;

public sealed class MemberPagesTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
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

    [Fact]
    public async Task A_dispatcher_can_neither_change_nor_appoint_owners()
    {
        var olive = await Queen.Dana.Browser.Page($"{List}/{Queen.Olive.MemberId}");
        var sam = await Queen.Dana.Browser.Page($"{List}/{Queen.Sam.MemberId}");

        Assert.Null(olive.QuerySelector("main form"));
        Assert.NotNull(sam.QuerySelector("main form"));
        Assert.Null(sam.QuerySelector("[name=role]"));
        Assert.NotNull(
            (await Queen.Olive.Browser.Page($"{List}/{Queen.Dana.MemberId}")).QuerySelector(
                "[name=role][value=dispatcher][checked]"));
        Assert.Equal(403,
            (int)(await Queen.Dana.Browser.PostForm($"{List}/{Queen.Sam.MemberId}", ("role", "owner"))).StatusCode);
        Assert.Equal(403,
            (int)(await Queen.Dana.Browser.PostForm(
                $"{List}/{Queen.Sam.MemberId}", $"/../{Queen.Olive.MemberId}?handler=Archive")).StatusCode);
    }

    [Fact]
    public async Task Members_cannot_change_their_own_role() =>
        Assert.Null((await Queen.Olive.Browser.Page($"{List}/{Queen.Olive.MemberId}")).QuerySelector("main form"));

    [Fact]
    public async Task Only_the_office_may_open_member_pages_and_other_operators_do_not_find_them()
    {
        Assert.Equal(403, (int)(await Queen.Kim.Browser.GetAsync(List)).StatusCode);
        Assert.Equal(403, (int)(await Queen.Kim.Browser.GetAsync($"{List}/{Queen.Sam.MemberId}")).StatusCode);
        Assert.Equal(404, (int)(await fixture.Robin.Browser.GetAsync(List)).StatusCode);
        Assert.Equal(
            404, (int)(await fixture.Robin.Browser.GetAsync($"/strangers/crew/{Queen.Sam.MemberId}")).StatusCode);
    }

    [Fact]
    public async Task Suspended_and_archived_members_lose_access_at_the_next_request()
    {
        var cast = await fixture.Ship.Cast("strict-boats");
        Assert.Equal(200, (int)(await cast.Sam.Browser.GetAsync("/strict-boats/me")).StatusCode);

        await cast.Dana.Browser.PostForm($"/strict-boats/crew/{cast.Sam.MemberId}", ("status", "suspended"));
        await cast.Dana.Browser.PostForm($"/strict-boats/crew/{cast.Alex.MemberId}", "?handler=Archive");

        Assert.Equal(404, (int)(await cast.Sam.Browser.GetAsync("/strict-boats/me")).StatusCode);
        Assert.Equal(404, (int)(await cast.Alex.Browser.GetAsync("/strict-boats/me")).StatusCode);
    }

    private async Task<IElement> Row(string name) =>
        (await Queen.Dana.Browser.Page(List)).QuerySelectorAll(".task")
            .Single(row => row.QuerySelector("a")!.TextContent == name);
}
