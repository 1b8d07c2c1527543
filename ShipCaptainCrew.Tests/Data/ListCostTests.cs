using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Data;

/// <summary>A list costs the same for an operator with a long history as for one with some months.</summary>
public sealed class ListCostTests(ITestOutputHelper output)
{
    /// <summary>Steps are counted in fifties, for each of a few queries.</summary>
    private const int Precision = 100;

    private static readonly string[] LargeTables =
        ["charters", "places", "checklists", "checklist_items", "guests", "waivers", "log", "outbox", "duty_runs"];

    /// <summary>Six times the charters, guests, log entries, and emails; prints the work before and after.</summary>
    [Fact]
    public async Task No_list_reads_more_rows_when_the_history_grows()
    {
        var lists = new OperatorLists();
        await using (lists)
        {
            await lists.InitializeAsync();
            var before = new List<long>();
            foreach (var (client, url) in lists.All) before.Add(await Steps(client, url));
            lists.AddYears();
            var grown = new List<string>();
            foreach (var ((client, url), few) in lists.All.Zip(before))
            {
                var many = await Steps(client, url);
                output.WriteLine($"{few,8} {many,8} {url}");
                if (many > (few * 1.5) + Precision) grown.Add($"{url}: {few} became {many}");
            }

            Assert.Empty(grown);
        }

        async Task<long> Steps(HttpClient client, string url)
        {
            await Answer(client, url);
            return await lists.Day.Ship.Steps.During(() => Answer(client, url));
        }
    }

    /// <summary>
    /// A large table may be read by the operator alone only in the order of an index and up to a limit, and the query
    /// must not sort what it reads so.
    /// </summary>
    [Fact]
    public async Task No_list_scans_or_sorts_a_large_table()
    {
        var lists = new OperatorLists();
        await using (lists)
        {
            await lists.InitializeAsync();
            var faults = new HashSet<string>();
            foreach (var (client, url) in lists.All)
            {
                var plans = await lists.Day.Ship.Plans.During(() => Answer(client, url));
                Assert.NotEmpty(plans);
                faults.UnionWith(plans.Where(Reads).Select(plan => $"{url}\n{plan}"));
            }

            Assert.Empty(faults);
        }
    }

    private static bool Reads(QueryPlan plan) => !plan.IsEmpty
        && (plan.Scanned.Intersect(LargeTables).Any()
            || (plan.OfOperator.Intersect(LargeTables).Any() && (plan.Sorts || !plan.IsLimited)));

    /// <summary>An answer that was not kept in memory.</summary>
    private static async Task Answer(HttpClient client, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.CacheControl = new() { NoCache = true };
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {url}");
    }
}
