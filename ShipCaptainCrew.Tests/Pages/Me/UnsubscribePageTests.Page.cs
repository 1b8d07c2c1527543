using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

/// <summary>The page that the link opens, and what it accepts.</summary>
public sealed partial class UnsubscribePageTests
{
    [Fact]
    public async Task Opening_the_link_changes_nothing_and_shows_a_button_that_works_without_a_script()
    {
        var link = (await Reminder(Sam)).StopLink();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
            await provider.SendAsync(new(method, link), stop);
        Assert.Empty((await Member(Cast.Sam)).DoesWithout);

        var page = await provider.Page(link);

        Assert.Equal("Stop these emails?", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("The reminders from Queen of San Diego", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("safety.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
        var form = Assert.Single(page.QuerySelectorAll("form"));
        var pressed = await provider.Press(form, link + form.GetAttribute("action"));
        Assert.Equal("These emails are off", (await pressed.Html()).QuerySelector("h1")!.TextContent);
        Assert.False((await Member(Cast.Sam)).Wants(EmailPreference.Reminders));
    }

    [Theory]
    [InlineData]
    [InlineData("List-Unsubscribe", "")]
    [InlineData("List-Unsubscribe", "one click")]
    [InlineData("Other", "One-Click")]
    [InlineData("List-Unsubscribe", "One-Click", "List-Unsubscribe", "One-Click")]
    public async Task Another_body_is_refused_and_changes_nothing(params string[] fields)
    {
        var link = (await Reminder(Sam)).StopLink();

        using var answer = await provider.Send(link, [.. fields.Chunk(2).Select(field => (field[0], field[1]))]);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("Stop these emails?", (await answer.Html()).QuerySelector("h1")!.TextContent);
        Assert.Empty((await Member(Cast.Sam)).DoesWithout);
    }

    [Fact]
    public async Task One_click_may_come_as_multipart_and_again_and_is_logged_once()
    {
        var link = (await Reminder(Sam)).StopLink();
        using var form = new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } };

        Assert.Equal(200, (int)(await provider.PostAsync(link, form, stop)).StatusCode);
        for (var again = 0; again < 3; again++) Assert.Equal(200, (int)(await provider.OneClick(link)).StatusCode);

        var entry = Assert.Single(await Log("member.email_stopped"));
        Assert.Equal((Cast.Sam.MemberId, null), (entry.MemberId, entry.SessionId));
        Assert.Equal("""{"id":"ID","email":"reminders"}""".Replace("ID", $"{Cast.Sam.MemberId}"), entry.Facts);
        var log = (await Cast.Olive.Browser.Page($"/{Cast.Slug}/log")).Body!.TextContent;
        Assert.Contains("Turned off the reminders before call time", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_can_be_turned_on_again_by_the_same_page_and_by_the_members_own_page()
    {
        var link = (await Reminder(Sam)).StopLink();
        await provider.OneClick(link);
        Assert.Null(await Checked());

        var off = await provider.Page(link);
        Assert.Equal("These emails are off", off.QuerySelector("h1")!.TextContent);
        var form = off.QuerySelector("form")!;
        var back = await provider.PostAsync(link + form.GetAttribute("action"), new FormUrlEncodedContent([]), stop);

        Assert.Equal(303, (int)back.StatusCode);
        Assert.StartsWith(link, back.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotNull(await Checked());
        Assert.Single(await Log("member.email_resumed"));
        await provider.PostAsync(link + "?handler=Resume", new FormUrlEncodedContent([]), stop);
        Assert.Single(await Log("member.email_resumed"));

        async Task<string?> Checked() => (await Cast.Sam.Browser.Page($"/{Cast.Slug}/me"))
            .QuerySelector("input[name=letters][value=reminders]")!.GetAttribute("checked");
    }

    [Fact]
    public async Task The_page_is_in_Spanish_for_a_browser_that_prefers_it()
    {
        var link = (await Reminder(Sam)).StopLink();
        provider.DefaultRequestHeaders.Add("Accept-Language", "es-MX");

        Assert.Equal("¿Dejar de recibir estos correos?", (await provider.Page(link)).QuerySelector("h1")!.TextContent);
        Assert.Contains("sus puestos", (await (await provider.OneClick(link)).Html()).Body!.TextContent);
    }
}
