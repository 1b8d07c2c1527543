using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class GuestsPageTests
{
    [Fact]
    public async Task Without_JavaScript_a_guest_boarded_from_a_filtered_list_stays_on_it_until_the_next_load()
    {
        await using var day = await CharterFixture.Begin();
        var (ben, _) = (await day.Guest("Ben Cole"), await day.Guest("Mia Cole"));
        var (list, sam) = ($"{day.Charter}/guests", day.Cast.Sam.Browser);
        var page = $"{list}?show=not_aboard";
        var form = (await sam.Page(page)).GetElementById($"g{ben.Id():N}")!.QuerySelector("form")!;
        day.Ship.Clock.Advance(TimeSpan.FromSeconds(2));

        var tapped = await sam.PostForm(list, form.GetAttribute("action")![list.Length..], ("where", "boarded"));

        var shown = tapped.Headers.Location!.OriginalString;
        Assert.EndsWith($"#g{ben.Id():N}", shown, StringComparison.Ordinal);
        Assert.Equal(["Ben Cole", "Mia Cole"], Names(await sam.Page(shown)));
        var next = await sam.Page(page);
        Assert.Equal(["Mia Cole"], Names(next));
        Assert.Equal("Not aboard 1", next.QuerySelector("#chips [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task A_refresh_and_a_tap_keep_the_filter()
    {
        await using var day = await CharterFixture.Begin();
        var (ben, _) = (await day.Guest("Ben Cole"), await day.Guest("Mia Quinn"));
        var (page, sam) = ($"{day.Charter}/guests?find=cole", day.Cast.Sam.Browser);
        var list = await sam.Page(page);
        Assert.Equal(["Ben Cole"], Names(list));

        var action = list.GetElementById($"g{ben.Id():N}")!.QuerySelector("form")!.GetAttribute("hx-post")!;
        var row = await (await sam.Tap(page, action, ("where", "boarded"))).Html();
        Assert.Equal(action, row.QuerySelector("form")!.GetAttribute("hx-post"));

        var refresh = new HttpRequestMessage(HttpMethod.Get, list.GetElementById("guests")!.GetAttribute("hx-get"))
            { Headers = { { "HX-Request", "true" } } };
        var answer = await (await sam.SendAsync(refresh, TestContext.Current.CancellationToken)).Html();
        Assert.Equal(["Ben Cole"], Names(answer));
    }

    [Theory]
    [InlineData("?find=%", "Nobody called “%”. Try a part of the name.")]
    [InlineData("?find=<b>x</b>", "Nobody called “<b>x</b>”. Try a part of the name.")]
    [InlineData("?show=not_aboard", "Everyone is aboard.")]
    public async Task A_list_that_nobody_fits_says_so(string query, string expected)
    {
        await using var day = await CharterFixture.Begin();
        await day.Mark(await day.Guest("Ben Cole"), "boarded");

        var list = await day.Cast.Sam.Browser.Page($"{day.Charter}/guests{query}");

        Assert.Equal(expected, list.QuerySelector(".empty")!.TextContent);
    }

    [Fact]
    public async Task Long_names_right_to_left_names_and_emoji_are_shown_whole_in_their_own_direction()
    {
        await using var day = await CharterFixture.Begin();
        string[] names = [new string('W', 60), "שרה כהן", "⛵ Robin 👩‍👩‍👧"];
        foreach (var name in names) await day.Guest(name);

        var list = await day.Cast.Sam.Browser.Page($"{day.Charter}/guests");

        Assert.Equal(names.Order(StringComparer.Ordinal), list.QuerySelectorAll("#items legend > bdi")
            .Select(name => name.TextContent).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(IParentNode list) =>
        list.QuerySelectorAll("#items legend").Select(name => name.TextContent);
}
