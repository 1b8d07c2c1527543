using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

/// <summary>Budgets of the charter pages: database queries, and bytes sent over a slow connection.</summary>
public sealed partial class BudgetTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private const int Kilobyte = 1024;
    private const int MaxPageQueries = 14;

    /// <summary>Queries for session and member, which run before counting starts.</summary>
    private const int AuthenticationQueries = 2;

    private string Home => $"/{fixture.Queen.Slug}/charters";

    [Fact]
    public async Task The_charter_page_needs_a_constant_number_of_queries()
    {
        var (small, large) = (
            await Charter(people: 1, lists: 1, items: 1), await Charter(people: 12, lists: 3, items: 18));
        await PageQueries(large);

        var (few, many) = (await PageQueries(small), await PageQueries(large));

        Assert.Equal(few, many);
        Assert.InRange(many, 1, MaxPageQueries - AuthenticationQueries);
    }

    [Fact]
    public async Task A_first_visit_to_a_full_charter_stays_within_the_size_budget()
    {
        var address = $"{Home}/{await Charter(people: 12, lists: 3, items: 18)}";
        var page = await fixture.Queen.Kim.Browser.Page(address);
        var assets = page.QuerySelectorAll("link[href]:not([href^='data:']), script[src]")
            .Select(tag => tag.GetAttribute("href") ?? tag.GetAttribute("src")!).Distinct().ToList();

        var html = await Bytes(address);
        var rest = 0;
        foreach (var asset in assets) rest += await Bytes(asset);

        Assert.InRange(html, 1, 8 * Kilobyte);
        Assert.InRange(html + rest, 1, 37 * Kilobyte);
        Assert.InRange(assets.Count + 1, 1, 7);
    }

    private Task<int> PageQueries(Guid charter) =>
        fixture.Ship.Queries.During(
            async () =>
                Assert.Equal(200, (int)(await fixture.Queen.Kim.Browser.GetAsync($"{Home}/{charter}")).StatusCode));

    /// <summary>Size of the compressed body.</summary>
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
        {
            var texts = Enumerable.Range(1, items).Select(item => $"Check number {item} of list {list}, fore and aft");
            templates.Add(await fixture.Queen.Template($"List {list}", [.. texts]));
        }

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
