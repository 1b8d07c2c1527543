using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Waivers;

/// <summary>The header of guests' pages: the operator's logo or initial, its name, and the languages.</summary>
public sealed class GuestHeaderTests : IAsyncLifetime
{
    private CharterFixture day = null!;
    private HttpClient phone = null!;
    private string page = "";

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        phone = day.Ship.Phone();
        await day.Cast.Waiver();
        page = (await day.Cast.Guest(day.CharterId, "Mia Cole", minor: true)).Page;
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await day.DisposeAsync();
    }

    [Theory]
    [InlineData("Queen of San Diego", "Q")]
    [InlineData("“élan” sailing", "É")]
    [InlineData("🚤 7 seas", "7")]
    [InlineData("🚤", "🚤")]
    [InlineData("מפרשית השקיעה", "מ")]
    public async Task Without_a_logo_it_has_the_operators_initial(string name, string initial)
    {
        await day.Cast.Olive.Api.Put("/api/operator", new { name }).Json();

        var shown = await phone.Page(page);

        Assert.Equal(initial, shown.QuerySelector(".top .mark")!.TextContent);
        Assert.Equal(name, shown.QuerySelector(".top .home")!.TextContent);
        Assert.StartsWith("data:", shown.QuerySelector("link[rel=icon]")!.GetAttribute("href"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_at_the_address_of_the_icon()
    {
        var logo = await day.Cast.Logo();

        foreach (var address in new[] { page, await day.JoinLink("party") })
        {
            var shown = await phone.Page(address);
            Assert.Equal((logo, ""), (shown.QuerySelector(".top img.mark")!.GetAttribute("src"),
                shown.QuerySelector(".top img.mark")!.GetAttribute("alt")));
            Assert.Equal(logo, shown.QuerySelector("link[rel=icon]")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task The_languages_keep_what_the_address_has()
    {
        var shown = await phone.Page($"{page}?adult=1&by=party&party=t0ken");

        Assert.Equal("?lang=es&adult=1&by=party&party=t0ken", Spanish(shown));
        Assert.NotNull((await phone.Page(page + Spanish(shown))).QuerySelector("[name=birth_date]"));
        var refused = await (await phone.Sign($"{page}?lang=en&adult=1", "Mia Cole", ("adult", "true"))).Html();
        Assert.Equal("?lang=es&adult=1", Spanish(refused));
        Assert.Equal("?lang=en&by=party&party=t0ken", shown.QuerySelector("#sign p > a")!.GetAttribute("href"));
    }

    private static string? Spanish(AngleSharp.Dom.IDocument shown) =>
        shown.QuerySelector(".top nav [hreflang=es]")!.GetAttribute("href");
}
