using AngleSharp.Dom;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Tests.Attacks;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages;

/// <summary>What the two libraries of tag helpers write into the pages: Razor Pages' own and Htmx.TagHelpers.</summary>
public sealed class HtmxFormsTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly Uri Server = new("https://ship.test");

    /// <summary>The attributes of htmx 4 in use. Those of the tag helper (hx-page) do not reach a page.</summary>
    private static readonly HashSet<string> Known =
    [
        "hx-get", "hx-post", "hx-trigger", "hx-target", "hx-select", "hx-swap", "hx-sync", "hx-include", "hx-vals",
        "hx-swap-oob", "hx-select-oob",
        "hx-headers:inherited", "hx-sse:connect", "hx-status:422", "hx-status:4xx", "hx-morph-skip",
        "hx-ignore",
    ];

    [Fact]
    public async Task Htmx_posts_each_form_to_the_address_to_which_a_browser_without_scripts_posts_it()
    {
        var seen = 0;
        foreach (var address in Addresses().Distinct())
        {
            var page = new Uri(Server, address);
            foreach (var element in await All(address))
            {
                if (element.GetAttribute("hx-post") is not { } post) continue;
                var form = element.Closest("form")!;
                var (plain, htmx) = (new Uri(page, form.GetAttribute("action") ?? ""), new Uri(page, post));
                Assert.True(plain == htmx, $"{address}: {plain} and {htmx}");
                Assert.True(form.QuerySelector("[name=__RequestVerificationToken]") is not null, $"{address}: {plain}");
                seen++;
            }
        }

        Assert.True(seen >= 40, $"{seen}");
    }

    [Fact]
    public async Task No_form_posts_to_the_handler_that_the_address_of_its_page_names()
    {
        foreach (var address in Addresses().Distinct())
        {
            var page = new Uri(Server, address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?")
                + "handler=Nothing");
            foreach (var form in (await All(page.PathAndQuery)).Where(element => element.Matches("form[method=post]")))
            {
                var target = new Uri(page, form.GetAttribute("action") ?? "");
                Assert.DoesNotContain("handler=Nothing", target.Query, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task No_page_has_an_attribute_that_htmx_does_not_know()
    {
        foreach (var address in Addresses().Distinct())
        {
            var names = (await All(address)).SelectMany(element => element.Attributes).Select(one => one.Name);
            Assert.Equal([], names.Where(name => name.StartsWith("hx-", StringComparison.Ordinal)).Except(Known));
        }
    }

    /// <summary>All pages, and one whose form keeps a part of the query.</summary>
    private IEnumerable<string> Addresses() =>
    [
        .. endpoints.All.Where(endpoint => endpoint is { Method: "GET", IsFile: false })
            .Select(endpoint => endpoint.Address),
        new OperatorPages(endpoints.Queen.Slug).Charter(endpoints.Charter.CharterId)
            .NewDefect(endpoints.Charter.Item(0)),
    ];

    private async Task<IEnumerable<IElement>> All(string address)
    {
        using var response = await endpoints.Queen.Olive.Browser.GetAsync(
            address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return response.Content.Headers.ContentType?.MediaType == "text/html" ? (await response.Html()).All : [];
    }
}
