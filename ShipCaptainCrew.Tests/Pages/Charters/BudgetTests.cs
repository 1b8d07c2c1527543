using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>What a charter may cost: questions to the database, and bytes on a phone at the end of a pier.</summary>
public sealed class BudgetTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private const int Kilobyte = 1024;
    private const int MostQuestions = 14;

    /// <summary>The change itself with its log entry, then what the row shows.</summary>
    private const int MostTapQuestions = 9;

    /// <summary>The session and the member are looked up before there is anybody to count for.</summary>
    private const int WhoAsks = 2;

    private string Home => $"/{fixture.Queen.Slug}/charters";

    [Fact]
    public async Task The_page_asks_the_database_the_same_few_questions_however_much_there_is_to_show()
    {
        var (small, large) = (
            await Charter(people: 1, lists: 1, items: 1), await Charter(people: 12, lists: 3, items: 18));
        await Questions(large);

        var (few, many) = (await Questions(small), await Questions(large));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, MostQuestions - WhoAsks);
    }

    [Fact]
    public async Task A_first_visit_to_a_full_charter_is_light()
    {
        var address = $"{Home}/{await Charter(people: 12, lists: 3, items: 18)}";
        var page = await fixture.Queen.Kim.Browser.Page(address);
        var assets = page.QuerySelectorAll("link[href], script[src]")
            .Select(tag => tag.GetAttribute("href") ?? tag.GetAttribute("src")!).Distinct().ToList();

        var html = await Bytes(address);
        var rest = 0;
        foreach (var asset in assets) rest += await Bytes(asset);

        Assert.InRange(html, 1, 8 * Kilobyte);
        Assert.InRange(html + rest, 1, 37 * Kilobyte);
        Assert.InRange(assets.Count + 1, 1, 7);
    }

    /// <summary>What is said, without the headers that each browser sends with everything.</summary>
    [Fact]
    public async Task A_tap_is_light_both_ways()
    {
        var kim = fixture.Queen.Kim;
        var address = $"{Home}/{await Charter(people: 12, lists: 3, items: 18)}";
        var list = (await kim.Browser.Page(address)).QuerySelector("a[href*='/checklists/']")!.GetAttribute("href")!;
        var row = (await kim.Browser.Page(list)).QuerySelector("#items form")!;
        var sent =
            string.Join('&',
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
    public async Task A_tap_asks_the_database_only_for_its_list_however_much_else_the_charter_has()
    {
        var small = await Charter(people: 1, lists: 1, items: 1);
        var large = await Charter(people: 12, lists: 3, items: 18);
        await TapQuestions(large);

        var (few, many) = (await TapQuestions(small), await TapQuestions(large));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, MostTapQuestions);
    }

    /// <summary>Opens a charter's first list, then counts one tap on its first item that is still to do.</summary>
    private async Task<int> TapQuestions(Guid charter)
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

    private Task<int> Questions(Guid charter) =>
        fixture.Ship.Queries.During(
            async () =>
                Assert.Equal(200, (int)(await fixture.Queen.Kim.Browser.GetAsync($"{Home}/{charter}")).StatusCode));

    /// <summary>What travels: the body as a browser gets it, compressed.</summary>
    private async Task<int> Bytes(string address)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };
        using var answer = await fixture.Queen.Kim.Browser.SendAsync(request);
        Assert.Equal((200, "br"), ((int)answer.StatusCode, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private async Task<Guid> Charter(int people, int lists, int items)
    {
        var templates = new List<Guid>();
        for (var list = 0; list < lists; list++)
            templates.Add(
                await fixture.Queen.Template($"List {list}",
                    [
                        .. Enumerable.Range(1, items)
                            .Select(item => $"Check number {item} of list {list}, fore and aft")]));
        var charter = await fixture.Queen.Plan(await fixture.Queen.Vessel(), new()
        {
            ["charter_type_id"] =
                await fixture.Queen.Type("Full house", PlanningSteps.AtHalfPastFour, new(1, 0, 11), [.. templates]),
            ["meeting_point"] = "Pier 3", ["notes"] = "Cake at sunset, and no shoes on deck.", ["guests_expected"] = 12,
        }).Json(201);
        await Fill(charter.Id(), people - 1);
        return charter.Id();
    }

    private Task<bool> Fill(Guid charterId, int deckhands) =>
        fixture.Ship.Change(fixture.Queen.OperatorId, async (db, actor) =>
    {
        var charter = await db.Charters.FirstAsync(row => row.Id == charterId);
        for (var number = 1; number <= deckhands; number++)
        {
            var person = Person.WithAddress($"{charterId:N}{number}@example.com");
            var member = new Member(fixture.Queen.OperatorId, person.Id, new()
            {
                Name = $"Somebody with a long name {number}",
                Email = person.Email!,
                Role = MemberRole.Crew,
                Qualifications = [CrewRole.Deckhand],
            });
            db.AddRange(person, member);
            Assert.Null(charter.Claim(CrewRole.Deckhand, member, actor));
        }

        return true;
    });
}
