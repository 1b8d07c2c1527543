using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Crew;

public sealed partial class MemberPagesTests
{
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
}
