using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

public sealed partial class AttendanceAnswerPageTests
{
    [Fact]
    public async Task Expired_revoked_unknown_and_other_links_get_the_same_response()
    {
        var (expired, revoked) = (await Issue(Cast.Sam, TimeSpan.FromMinutes(1)), await Issue(Cast.Kim));
        await day.Ship.In(async services =>
        {
            await services.GetRequiredService<SignedLinks>()
                .Revoke(LinkKind.Presence, Cast.OperatorId, day.CharterId, Cast.Kim.MemberId, stop);
            return true;
        });
        day.Ship.Clock.Advance(TimeSpan.FromMinutes(1));
        var overdueLink =
            (await Issue(Cast.Sam, kind: LinkKind.Overdue)).Replace("watch", "answers", StringComparison.Ordinal);

        var bodies = new List<string>();
        foreach (var link in new[] { expired, revoked, overdueLink, "/me/answers/no-such-token" })
        {
            foreach (var answer in new[] { await phone.GetAsync(link, stop), await Answer(link, "no") })
            {
                Assert.Equal(404, (int)answer.StatusCode);
                bodies.Add(await answer.Content.ReadAsStringAsync(stop));
            }
        }

        Assert.Single(bodies.Distinct());
        Assert.NotNull(await PositionOf(Cast.Sam));
    }

    [Fact]
    public async Task Mail_scanners_and_cross_site_posts_change_nothing()
    {
        var link = await Issue(Cast.Sam);
        var before = await Cast.Kim.Api.Get(day.Api).Json();
        foreach (var agent in new[] {
            "Mozilla/5.0 (compatible; BingPreview/1.0b)", "GoogleImageProxy", "Barracuda Sentinel" })
        {
            foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Options })
            {
                using var response = await phone.With("User-Agent", agent, method, link);
                Assert.False(response.Headers.Contains("Set-Cookie"));
            }
        }

        using var crossSite =
            await phone.SendAsync(
                new(HttpMethod.Post, link) { Headers = { { "Sec-Fetch-Site", "cross-site" } }, Content = Form("no") },
                stop);

        Assert.Equal(403, (int)crossSite.StatusCode);
        Assert.Equal((long)before["revision"]!, (long)(await Cast.Kim.Api.Get(day.Api).Json())["revision"]!);
    }

    [Fact]
    public async Task The_page_is_not_cached_sends_no_referrer_and_needs_no_cookie_or_script()
    {
        using var answer = await phone.GetAsync(await Issue(Cast.Sam), stop);
        var page = await answer.Html();

        Assert.Equal(("no-store", "no-referrer", "noindex"),
            ($"{answer.Headers.CacheControl}", answer.Headers.GetValues("Referrer-Policy").Single(),
                answer.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(["code"],
            page.QuerySelectorAll("script, input").Select(field => field.GetAttribute("name")));
    }

    [Fact]
    public async Task A_link_shows_its_operators_charter_even_if_a_member_of_another_operator_is_signed_in()
    {
        var strangers = await day.Ship.Cast("strangers");
        var link = await Issue(Cast.Sam);

        var page = await strangers.Olive.Browser.Page(link);

        Assert.Contains("Queen of San Diego", page.QuerySelector("#main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("strangers", page.Body!.InnerHtml, StringComparison.Ordinal);
    }
}
