using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages;

public sealed class StartPageTests
{
    [Fact]
    public async Task It_leads_to_the_house_used_last_and_to_another_once_that_one_has_shut_its_door()
    {
        await using var app = new AppFixture();
        var (first, second) = (await app.Cast("first-fleet"), await app.Cast("second-fleet"));
        var kim = first.Kim.Browser;
        var membership = await second.Join(first.Kim);
        Assert.Equal("/first-fleet", await LedTo(kim));

        await kim.GetAsync($"/second-fleet/charters/{Guid.Empty}");
        Assert.Equal("/second-fleet", await LedTo(kim));

        await app.Change(second.OperatorId, async (db, actor) =>
        {
            (await db.Members.SingleAsync(member => member.Id == membership)).Archive(actor);
            return true;
        });
        Assert.Equal("/first-fleet", await LedTo(kim));
    }

    [Fact]
    public async Task A_stranger_finds_the_way_in_and_no_demo_where_there_is_none()
    {
        await using var app = new AppFixture();
        var page = await app.CreateClient().Page("/");
        Assert.NotNull(page.QuerySelector("a.btn[href='/sign-in']"));
        Assert.Null(page.QuerySelector("main form"));
    }

    private static async Task<string> LedTo(HttpClient browser) =>
        (await browser.GetAsync("/")).Headers.Location!.OriginalString;
}
