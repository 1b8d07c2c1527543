using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed partial class BudgetTests
{
    /// <summary>The change with its log entry, and the data of the row.</summary>
    private const int MaxTapQueries = 9;

    /// <summary>Counts the bodies only, without headers.</summary>
    [Fact]
    public async Task Marking_an_item_stays_within_the_size_budget()
    {
        var kim = fixture.Queen.Kim;
        var address = $"{Home}/{await Charter(people: 12, lists: 3, items: 18)}";
        var list = (await kim.Browser.Page(address)).QuerySelector("a[href*='/checklists/']")!.GetAttribute("href")!;
        var row = (await kim.Browser.Page(list)).QuerySelector("#items form")!;
        var sent = string.Join('&',
            row.QuerySelectorAll("input")
                .Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}")
                .Append("state=complete"));
        using var request = new HttpRequestMessage(HttpMethod.Post, row.GetAttribute("action"))
        {
            Headers = { { "HX-Request", "true" }, { "Accept-Encoding", "br" } },
            Content = new StringContent(sent, System.Text.Encoding.ASCII, "application/x-www-form-urlencoded"),
        };

        using var answer = await kim.Browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((200, "br"), ((int)answer.StatusCode, answer.Content.Headers.ContentEncoding.Single()));
        var back = (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        Assert.InRange(sent.Length + back, 1, 3 * Kilobyte / 2);
    }

    [Fact]
    public async Task Marking_an_item_needs_a_constant_number_of_queries()
    {
        var small = await Charter(people: 1, lists: 1, items: 1);
        var large = await Charter(people: 12, lists: 3, items: 18);
        await TapQueries(large);

        var (few, many) = (await TapQueries(small), await TapQueries(large));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, MaxTapQueries);
    }

    /// <summary>Opens the charter's first checklist, then counts the queries to mark its first pending item.</summary>
    private async Task<int> TapQueries(Guid charter)
    {
        var kim = fixture.Queen.Kim.Browser;
        var link = (await kim.Page($"{Home}/{charter}")).QuerySelector("a[href*='/checklists/']")!;
        var row = (await kim.Page(link.GetAttribute("href")!)).QuerySelector("#items li[data-s=pending] form")!;
        var fields = row.QuerySelectorAll("input")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!));
        return await fixture.Ship.Queries.During(async () =>
        {
            using var tap = new HttpRequestMessage(HttpMethod.Post, row.GetAttribute("action"))
            {
                Headers = { { "HX-Request", "true" } },
                Content = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("state", "complete")]),
            };
            using var answer = await kim.SendAsync(tap);
            Assert.Equal(200, (int)answer.StatusCode);
        });
    }
}
