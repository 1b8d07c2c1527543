using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

public sealed class RaceTests
{
    [Fact]
    public async Task Two_hundred_claim_one_place_and_all_but_one_are_told_who_has_it()
    {
        await using var day = await Day.Begin();
        var crowd = new List<Hand>();
        for (var i = 0; i < 20; i++) crowd.Add(await Hand.Board(day.Ship, day.Cast.OperatorId, day.Cast.Slug, $"Hand{i}", MemberRole.Crew, CrewRole.FirstMate));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => crowd[i % 20].Api.Post($"{day.Api}/roles/first_mate/claim")));

        var winner = Assert.Single((await day.Cast.Dana.Api.GetAsync(day.Api).Json())["roles"]!.AsArray(), place => (string?)place!["role"] == "first_mate")!["member"]!;
        var (won, lost) = (answers.Where(answer => (int)answer.StatusCode == 200).ToList(), answers.Where(answer => (int)answer.StatusCode == 409).ToList());
        Assert.Equal((10, 190), (won.Count, lost.Count)); // the winner asked ten times: claiming twice is claiming once
        foreach (var answer in lost)
        {
            var holder = Assert.Single(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["holders"]!.AsArray());
            Assert.Equal((string?)winner["id"], (string?)holder!["id"]);
        }
    }

    [Fact]
    public async Task Two_hundred_taps_on_fifty_items_lose_none_and_the_log_tells_each_once()
    {
        await using var day = await Day.Begin();
        var template = await day.Ship.Change(day.Cast.OperatorId, (db, _) =>
        {
            var made = new ChecklistTemplate(day.Cast.OperatorId, new("Fifty", Phase.PreDeparture, [.. Enumerable.Range(0, 50).Select(i => new TemplateItem($"Item {i}", true))]));
            db.Add(made);
            return Task.FromResult(made.Id);
        });
        var list = await day.Cast.Dana.Api.Post($"{day.Api}/checklists", new { template_id = template }).Json(201);
        var before = (long)(await day.Cast.Dana.Api.GetAsync(day.Api).Json())["revision"]!;
        Hand[] crew = [day.Cast.Kim, day.Cast.Sam];

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => crew[i % 2].Api.Put(
            $"{day.Api}/checklists/{list["id"]}", new { items = new[] { new { id = (string)list["items"]![i % 50]!["id"]!, state = "complete" } } })));

        Assert.All(answers, answer => Assert.Equal(200, (int)answer.StatusCode));
        var worked = await day.Cast.Dana.Api.GetAsync(day.Api).Json();
        Assert.Equal(50, (int)worked["checklists"]!.AsArray().Single(row => (string?)row!["name"] == "Fifty")!["progress"]!["complete"]!);
        Assert.Equal(before + 50, (long)worked["revision"]!);
        var chain = await day.Ship.Change(day.Cast.OperatorId, (db, _) => db.Log.AsNoTracking().OrderBy(entry => entry.Seq).ToListAsync());
        Assert.All(chain.Zip(chain.Prepend(null)), pair => Assert.True(pair.First.Follows(pair.Second?.Hash ?? LogEntry.Genesis)));
    }
}
