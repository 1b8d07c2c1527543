using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages;

public sealed class IndexPageTests
{
    [Fact]
    public async Task It_redirects_to_the_last_used_operator_and_to_another_once_access_is_lost()
    {
        await using var app = new AppFixture();
        var (first, second) = (await app.Cast("first-fleet"), await app.Cast("second-fleet"));
        var kim = first.Kim.Browser;
        var membership = await second.Join(first.Kim);
        Assert.Equal("/first-fleet", await RedirectOf(kim));

        await kim.GetAsync($"/second-fleet/charters/{Guid.Empty}");
        Assert.Equal("/second-fleet", await RedirectOf(kim));

        await app.Change(second.OperatorId, async (db, actor) =>
        {
            (await db.Members.SingleAsync(member => member.Id == membership)).Archive(actor);
            return true;
        });
        Assert.Equal("/first-fleet", await RedirectOf(kim));
    }

    [Fact]
    public async Task An_anonymous_visitor_gets_a_sign_in_link_and_no_demo_outside_development()
    {
        await using var app = new AppFixture();
        var page = await app.CreateClient().Page("/");
        Assert.NotNull(page.QuerySelector("a.btn[href='/sign-in']"));
        Assert.Null(page.QuerySelector("main form"));
    }

    private static async Task<string> RedirectOf(HttpClient browser) =>
        (await browser.GetAsync("/")).Headers.Location!.OriginalString;
}
