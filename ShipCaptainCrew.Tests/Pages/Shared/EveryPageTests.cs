using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Attacks;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Shared;

/// <summary>Rules of HTML that hold on every page. OutsideJudges has the complete ones.</summary>
public sealed partial class EveryPageTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    [Fact]
    public async Task Times_phone_links_and_ids_are_valid()
    {
        var (faults, times, calls) = (new SortedSet<string>(), 0, 0);
        await endpoints.Charter.Guest("Mia Cole", new { phone = "+1 619 555 0123" });
        foreach (var address in Addresses())
        {
            foreach (var person in new[] { endpoints.Queen.Olive, endpoints.Queen.Sam })
            {
                if (await Page(person.Browser, address) is not { } page) continue;
                var (pageTimes, links) = (page.QuerySelectorAll("time"), page.QuerySelectorAll("a[href^=tel]"));
                (times, calls) = (times + pageTimes.Length, calls + links.Length);
                faults.UnionWith(pageTimes.Where(time => !IsInstant(time)).Select(time => time.OuterHtml));
                faults.UnionWith(
                    links.Select(link => link.GetAttribute("href")!).Where(link => !PhoneNumber().IsMatch(link)));
                faults.UnionWith(page.QuerySelectorAll("[id]").GroupBy(element => element.Id)
                    .Where(same => same.Count() > 1).Select(same => $"{address}: #{same.Key}"));
            }
        }

        Assert.Empty(faults);
        Assert.True(times > 20 && calls > 0, $"{times} times, {calls} phone links");
    }

    private IEnumerable<string> Addresses() =>
        endpoints.All.Where(endpoint => endpoint is { Method: "GET", IsFile: false })
            .Select(endpoint => endpoint.Address).Distinct();

    private static async Task<IDocument?> Page(HttpClient browser, string address)
    {
        using var response = await browser.GetAsync(
            address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return response.Content.Headers.ContentType?.MediaType == "text/html" ? await response.Html() : null;
    }

    private static bool IsInstant(IElement time) =>
        Instant().IsMatch(time.GetAttribute("datetime") ?? "") && time.TextContent.Trim().Length > 0;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$")]
    private static partial Regex Instant();

    [GeneratedRegex(@"^tel:\+?[0-9]+(;ext=[0-9]+)?$")]
    private static partial Regex PhoneNumber();
}
