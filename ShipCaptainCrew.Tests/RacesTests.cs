using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Everybody at once, on a real file. Alone on the machine, as the boat is: the write gate's patience is short.
/// </summary>
[Collection<Alone>]
public sealed class RacesTests : IAsyncLifetime
{
    private readonly TwoOperatorsFixture fixture = new();

    private Cast Queen => fixture.Queen;

    public ValueTask InitializeAsync() => fixture.InitializeAsync();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Two_hundred_claim_the_last_place_and_all_but_one_are_told_who_has_it()
    {
        var charter =
            await Queen.Plan(await Queen.Vessel(),
                new() {
                    ["charter_type_id"] =
                        await Queen.Type("One deckhand", PlanningSteps.AtHalfPastFour, new(1, 0, 1)) })
            .Json(201);
        var crowd = await Queen.Deckhands(200);

        var answers =
            await AtOnce(crowd, (deckhand, _) => deckhand.Post($"/api/events/{charter["id"]}/roles/deckhand/claim"));

        var won = Assert.Single(answers, answer => answer.Status == 200).Body;
        var winner = won["roles"]!.AsArray().Single(place => (string?)place!["role"] == "deckhand")!["member"]!;
        var lost = answers.Where(answer => answer.Status == 409).ToList();
        Assert.Equal(199, lost.Count);
        Assert.All(lost,
            answer =>
                Assert.True(JsonNode.DeepEquals(new JsonArray(winner.DeepClone()), answer.Body["holders"]),
                    answer.Body.ToJsonString()));
        Assert.Equal(2, (await Log()).Count(entry => entry.Kind == "role.claimed"));
    }

    [Fact]
    public async Task Two_hundred_taps_on_fifty_items_are_all_kept_and_all_told()
    {
        var charter = await fixture.Charter();
        var list = await Queen.Dana.Api
            .Post($"/api/events/{charter["id"]}/checklists",
                new {
                    template_id = await Queen.Template(
                        "Everything", [.. Enumerable.Range(1, 50).Select(number => $"Item {number}")]) })
            .Json(201);
        var items = list["items"]!.AsArray().Select(item => item!.Id()).ToList();
        var states = new[] { "in_progress", "complete", "pending", "complete" };

        var answers = await AtOnce([.. Enumerable.Repeat(Queen.Kim.Api, 200)], (kim, i) => kim.Put(
            $"/api/events/{charter["id"]}/checklists/{list["id"]}",
            new { items = new[] { new { id = items[i % 50], state = states[i / 50] } } }));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var log = await Log();
        var after = await Queen.Dana.Api.Get($"/api/events/{charter["id"]}").Json();
        Assert.Equal(log[^1].Seq, (long)after["revision"]!);
        Assert.All(after["checklists"]![0]!["items"]!.AsArray(),
            item => Assert.True(IsAsTold(item!, log), item!.ToJsonString()));
        Assert.Equal(log.Select((_, i) => i + 1L), log.Select(entry => entry.Seq));
        Assert.All(
            log, entry => Assert.True(entry.Follows(entry.Seq == 1 ? LogEntry.Genesis : log[(int)entry.Seq - 2].Hash)));
    }

    [Fact]
    public async Task Fifty_who_watch_hear_every_change_of_their_own_boat_and_none_of_anothers()
    {
        var boats =
            new[] { (Cast: Queen, Charter: await fixture.Charter()),
                (Cast: fixture.Strangers,
                    Charter: await fixture.Strangers.Plan(await fixture.Strangers.Vessel()).Json(201)) };
        var watches = new List<(EventStreamReader Watch, int Boat)>();
        for (var boat = 0; boat < 2; boat++)
        {
            foreach (var deckhand in await boats[boat].Cast.Deckhands(25))
                watches.Add(
                    (await EventStreamReader.Begin(deckhand, $"/api/events/{boats[boat].Charter["id"]}/stream"), boat));
        }

        foreach (var (stream, _) in watches) Assert.StartsWith("hello", await stream.Hear(), StringComparison.Ordinal);
        for (var change = 0; change < 20; change++)
            await boats[change % 2].Cast.Dana.Api
                .Put($"/api/events/{boats[change % 2].Charter["id"]}", new { title = $"Title {change}" })
                .Json();

        var revisions = new[] { await Revisions(Queen), await Revisions(fixture.Strangers) };
        foreach (var (stream, boat) in watches)
        {
            var heard = new List<long>();
            while (heard.Count < 10) heard.Add((long)JsonNode.Parse((await stream.Next())!.Value.Data)!["revision"]!);
            Assert.Equal(revisions[boat], heard);
            await stream.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<(int Status, JsonNode Body)>> AtOnce(
        IReadOnlyList<HttpClient> clients, Func<HttpClient, int, Task<HttpResponseMessage>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = clients.Select(async (client, i) =>
        {
            await start.Task;
            using var answer = await call(client, i);
            return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
        }).ToList();
        start.SetResult();
        return await Task.WhenAll(calls);
    }

    /// <summary>The item is in the state its log leads to, by steps that join without a gap.</summary>
    private static bool IsAsTold(JsonNode item, List<LogEntry> log)
    {
        var steps = log.Where(entry => entry.Kind == "item.marked" && entry.SubjectId == item.Id())
            .Select(entry => JsonNode.Parse(entry.Facts)!)
            .Select(facts => ((string?)facts["from"], (string?)facts["to"])).ToList();
        return (string?)item["state"] == steps[^1].Item2 && (int)item["version"]! == steps.Count + 1
            && steps.Select(step => step.Item1)
                .SequenceEqual(steps.Select(step => step.Item2).SkipLast(1).Prepend("pending"));
    }

    private async Task<List<long>> Revisions(Cast cast) =>
        [.. (await Log(cast)).Where(entry => entry.Kind == "charter.changed").Select(entry => entry.Seq)];

    private Task<List<LogEntry>> Log(Cast? cast = null) => fixture.Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator((cast ?? Queen).OperatorId);
        return db.Log.OrderBy(entry => entry.Seq).ToListAsync();
    });
}

/// <summary>Tests that want the machine for themselves run after all others, one by one.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
