using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Concurrent requests on a database file. Runs alone on the machine, because the write gate has a short timeout.
/// </summary>
[Collection<Alone>]
public sealed class RacesTests : IAsyncLifetime
{
    private readonly TwoOperatorsFixture fixture = new();

    private Cast Queen => fixture.Queen;

    public ValueTask InitializeAsync() => fixture.InitializeAsync();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Of_200_claims_of_the_last_position_one_succeeds_and_the_others_get_its_holder()
    {
        var type = await Queen.Type("One deckhand", PlanningSteps.AtHalfPastFour, new(1, 0, 1));
        var charter = await Queen.Plan(await Queen.Vessel(), new() { ["charter_type_id"] = type }).Json(201);
        var deckhands = await Queen.Deckhands(200);

        var responses = await AtOnce(
            deckhands, (deckhand, _) => deckhand.Post($"/api/events/{charter["id"]}/roles/deckhand/claim"));

        var accepted = Assert.Single(responses, response => response.Status == 200).Body;
        var winner = accepted["roles"]!.AsArray().Single(place => (string?)place!["role"] == "deckhand")!["member"]!;
        var refused = responses.Where(response => response.Status == 409).ToList();
        Assert.Equal(199, refused.Count);
        Assert.All(refused, response => Assert.True(
            JsonNode.DeepEquals(new JsonArray(winner.DeepClone()), response.Body["holders"]),
            response.Body.ToJsonString()));
        Assert.Equal(2, (await Log()).Count(entry => entry.Kind == "role.claimed"));
    }

    [Fact]
    public async Task Two_hundred_changes_of_50_items_are_all_saved_and_logged()
    {
        var charter = await fixture.Charter();
        var names = Enumerable.Range(1, 50).Select(number => $"Item {number}");
        var template = await Queen.Template("Everything", [.. names]);
        var list = await Queen.Dana.Api
            .Post($"/api/events/{charter["id"]}/checklists", new { template_id = template }).Json(201);
        var items = list["items"]!.AsArray().Select(item => item!.Id()).ToList();
        var states = new[] { "in_progress", "complete", "pending", "complete" };

        var responses = await AtOnce([.. Enumerable.Repeat(Queen.Kim.Api, 200)], (kim, i) => kim.Put(
            $"/api/events/{charter["id"]}/checklists/{list["id"]}",
            new { items = new[] { new { id = items[i % 50], state = states[i / 50] } } }));

        Assert.All(responses, response => Assert.Equal(200, response.Status));
        var log = await Log();
        var after = await Queen.Dana.Api.Get($"/api/events/{charter["id"]}").Json();
        Assert.Equal(log[^1].Seq, (long)after["revision"]!);
        Assert.All(after["checklists"]![0]!["items"]!.AsArray(),
            item => Assert.True(MatchesLog(item!, log), item!.ToJsonString()));
        Assert.Equal(log.Select((_, i) => i + 1L), log.Select(entry => entry.Seq));
        Assert.All(
            log, entry => Assert.True(entry.Follows(entry.Seq == 1 ? LogEntry.Genesis : log[(int)entry.Seq - 2].Hash)));
    }

    [Fact]
    public async Task Fifty_streams_get_every_change_of_their_charter_and_none_of_another()
    {
        var other = await fixture.Strangers.Plan(await fixture.Strangers.Vessel()).Json(201);
        var charters = new[]
        {
            (Cast: Queen, Charter: await fixture.Charter()),
            (Cast: fixture.Strangers, Charter: other),
        };
        var streams = new List<(EventStreamReader Stream, int Index)>();
        for (var index = 0; index < 2; index++)
        {
            var path = $"/api/events/{charters[index].Charter["id"]}/stream";
            foreach (var deckhand in await charters[index].Cast.Deckhands(25))
                streams.Add((await EventStreamReader.Begin(deckhand, path), index));
        }

        foreach (var (stream, _) in streams) Assert.StartsWith("hello", await stream.Hear(), StringComparison.Ordinal);
        for (var change = 0; change < 20; change++)
            await charters[change % 2].Cast.Dana.Api
                .Put($"/api/events/{charters[change % 2].Charter["id"]}", new { title = $"Title {change}" })
                .Json();

        var revisions = new[] { await Revisions(Queen), await Revisions(fixture.Strangers) };
        foreach (var (stream, index) in streams)
        {
            var received = new List<long>();
            while (received.Count < 10)
                received.Add((long)JsonNode.Parse((await stream.Next())!.Value.Data)!["revision"]!);
            Assert.Equal(revisions[index], received);
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
            using var response = await call(client, i);
            return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
        }).ToList();
        start.SetResult();
        return await Task.WhenAll(calls);
    }

    /// <summary>Whether the item has the state of its last log entry, and the entries are consecutive.</summary>
    private static bool MatchesLog(JsonNode item, List<LogEntry> log)
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
