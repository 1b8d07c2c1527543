using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Overdue;

public sealed partial class OverduePageTests
{
    [Fact]
    public async Task The_signed_link_shows_the_same_page_and_button_without_cookies_and_scripts()
    {
        using var phone = day.Ship.CreateClient(new() { AllowAutoRedirect = false });
        var link = await Link();

        using var response = await phone.GetAsync(link, stop);
        var (linkPage, officePage) = (await response.Html(), await Cast.Dana.Browser.Page(Page));
        Assert.Equal(
            officePage.QuerySelector("#watch .facts")!.TextContent,
            linkPage.QuerySelector("#watch .facts")!.TextContent);
        Assert.Empty(linkPage.QuerySelectorAll("script, input"));
        Assert.False(response.Headers.Contains("Set-Cookie"));

        var acknowledged = await phone.PostAsync(link, new FormUrlEncodedContent([]), stop);
        Assert.Equal(303, (int)acknowledged.StatusCode);
        Assert.Contains(
            "Shore contact has this in hand", (await phone.Page(link)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_return_the_link_shows_no_phone_numbers()
    {
        var link = await Link();
        await Cast.Kim.Api.Post($"{day.Api}/return").Json();

        var page = await day.Ship.CreateClient().Page(link);

        Assert.Contains("All fast", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("555", page.Body.InnerHtml, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form"));
    }

    private Task<string> Link() => day.Ship.In(async services =>
        $"/me/watch/{await services.GetRequiredService<SignedLinks>()
            .Issue(LinkKind.Overdue, Cast.OperatorId, day.CharterId, null, due.AddDays(7), stop)}");
}
