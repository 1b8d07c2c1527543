using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Overdue;

public sealed partial class OverduePageTests
{
    [Fact]
    public async Task The_signed_link_shows_the_same_page_without_cookies_and_scripts_and_asks_for_the_code()
    {
        using var phone = day.Ship.CreateClient(new() { AllowAutoRedirect = false });
        var (link, code) = await Link();

        using var response = await phone.GetAsync(link, stop);
        var (linkPage, officePage) = (await response.Html(), await Cast.Dana.Browser.Page(Page));
        Assert.Equal(
            officePage.QuerySelector("#watch .facts")!.TextContent,
            linkPage.QuerySelector("#watch .facts")!.TextContent);
        Assert.Equal(["code"],
            linkPage.QuerySelectorAll("script, input").Select(field => field.GetAttribute("name")));
        Assert.False(response.Headers.Contains("Set-Cookie"));

        var acknowledged = await phone.Send(link, ("code", code));
        Assert.Equal(303, (int)acknowledged.StatusCode);
        Assert.Contains("Shore contact is handling this, 1:15 PM",
            (await phone.Page(link)).QuerySelector("#watch [role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal("The shore contact, through a link", await LoggedName());
    }

    [Fact]
    public async Task The_link_alone_or_with_a_wrong_code_does_not_end_the_alert()
    {
        using var phone = day.Ship.Phone();
        var (link, code) = await Link();
        foreach (var typed in new[] { "", LinkCodes.OtherThan(code) })
        {
            using var refused = await phone.Send(link, ("code", typed));
            var field = (await refused.Html()).QuerySelector("#watch .field.bad [name=code]")!;
            Assert.Equal((422, typed), ((int)refused.StatusCode, field.GetAttribute("value") ?? ""));
        }

        using var empty = await phone.PostAsync(link, null, stop);
        Assert.Equal(422, (int)empty.StatusCode);
        Assert.NotNull((await Cast.Dana.Browser.Page(Page)).QuerySelector("#watch form"));
    }

    [Fact]
    public async Task A_signed_in_member_who_may_acknowledge_it_needs_no_code_and_is_named()
    {
        var (link, _) = await Link();
        Assert.NotNull((await Cast.Sam.Browser.Page(link)).QuerySelector("#watch [name=code]"));
        Assert.Equal(422, (int)(await Cast.Sam.Browser.PostForm(link)).StatusCode);
        Assert.Null((await Cast.Dana.Browser.Page(link)).QuerySelector("#watch [name=code]"));
        Assert.Equal(409, (int)(await Cast.Dana.Browser.Send(link)).StatusCode);

        Assert.Equal(303, (int)(await Cast.Dana.Browser.PostForm(link)).StatusCode);

        Assert.Contains("Dana is handling this, 1:15 PM",
            (await Cast.Dana.Browser.Page(link)).QuerySelector("#watch [role=status]")!.Words(),
            StringComparison.Ordinal);
        Assert.Equal("Dana", await LoggedName());
    }

    [Fact]
    public async Task A_link_of_an_earlier_version_has_no_code_and_only_shows_the_page()
    {
        using var phone = day.Ship.Phone();
        var token = await day.Ship.In(services => services.GetRequiredService<SignedLinks>()
            .Issue(LinkKind.Overdue, Cast.OperatorId, day.CharterId, null, due.AddDays(7), stop));
        var link = $"/me/watch/{token}";

        Assert.Equal(409, (int)(await phone.Send(link, ("code", "00000000"))).StatusCode);

        var page = await phone.Page(link);
        Assert.Empty(page.QuerySelectorAll("#watch button, #watch input"));
        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(link)}",
            page.QuerySelector("#watch .act a")!.GetAttribute("href"));
        Assert.Equal(303, (int)(await Cast.Kim.Browser.PostForm(link)).StatusCode);
    }

    [Fact]
    public async Task After_the_return_the_link_shows_no_phone_numbers()
    {
        var (link, _) = await Link();
        await Cast.Kim.Api.Post($"{day.Api}/return").Json();

        var page = await day.Ship.CreateClient().Page(link);

        Assert.Contains("All fast", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("555", page.Body.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form"));
    }

    private async Task<(string Link, string Code)> Link()
    {
        var (token, code) = await day.LinkWithCode(LinkKind.Overdue, null);
        return ($"/me/watch/{token}", code);
    }

    /// <summary>Who made the latest change, as the log page says it.</summary>
    private async Task<string> LoggedName() =>
        (await Cast.Dana.Browser.Page($"/{Cast.Slug}/log")).QuerySelector(".log b")!.TextContent.Trim();
}
