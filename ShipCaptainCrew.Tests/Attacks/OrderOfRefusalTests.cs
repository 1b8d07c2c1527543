using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// The contract's order at every door for programs: sign in (401), not there (404), not yours (403), cannot be read (400, 415, 413), makes no sense (422), and
/// only then not now (409, 412). Whoever has two reasons to be refused hears the one that tells least.
/// </summary>
public sealed partial class OrderOfRefusalTests(OrderOfRefusalTests.Quay quay) : IClassFixture<OrderOfRefusalTests.Quay>
{
    private static readonly (string Body, string Type, int Status)[] Unreadable =
    [
        ("{ not json", "application/json", 400), ("[]", "application/json", 400), ("{}", "text/plain", 415), (new string(' ', 1 << 20) + "{}", "application/json", 413),
    ];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public Task Who_is_not_signed_in_is_asked_to_whatever_they_ask_for_and_send() => EachOf(
        quay.Doors.Where(door => door.Least != "open"),
        door => Ask(quay.Nobody, door, quay.Address(door, Guid.CreateVersion7()), "{ not json"),
        _ => [401]);

    [Fact]
    public Task What_is_not_there_is_not_there_also_for_those_who_might_not_have_it() => EachOf(
        quay.Doors.Where(door => LastId().IsMatch(quay.Address(door))),
        door => Ask(quay.Alex, door, LastId().Replace(quay.Address(door), $"{Guid.CreateVersion7()}"), "{ not json"),
        _ => [404]);

    [Fact]
    public async Task What_one_may_not_do_is_said_before_what_one_sent_is_looked_at()
    {
        foreach (var (body, type, _) in Unreadable.Append(("""{"name":{"x":1},"title":{"x":1}}""", "application/json", 0)))
        {
            await EachOf(quay.Doors.Where(door => door.Least is not ("open" or "member")), door => Ask(quay.Alex, door, quay.Address(door) + (door.Changes ? "" : "?limit=none"), body, type), _ => [403]);
        }
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_before_what_it_would_have_come_to_late()
    {
        await quay.Cancel();
        foreach (var (body, type, status) in Unreadable) await EachOf(quay.Doors.Where(door => door.Changes && !door.Route.StartsWith("/api/auth", StringComparison.Ordinal)), door => Ask(quay.Olive, door, quay.Address(door), body, type), _ => [status]);
    }

    [Fact]
    public async Task What_makes_no_sense_is_said_before_it_comes_too_late()
    {
        await quay.Cancel();
        var late = new List<string>();
        await EachOf(
            quay.Doors.Where(door => quay.Asks(door) is { Count: > 0 }),
            async door =>
            {
                if (door.IsOfACharter && (int)(await Ask(quay.Olive, door, quay.Address(door), quay.Sense(door))).StatusCode is 409 or 412) late.Add(door.Route);
                return await Ask(quay.Olive, door, quay.Address(door), new JsonObject(quay.Asks(door)!.Select(field => KeyValuePair.Create<string, JsonNode?>(field, new JsonArray(new JsonArray())))).ToJsonString());
            },
            _ => [422]);

        // Else it would not have been too late for anything.
        Assert.True(late.Count >= 8, $"Only these: {string.Join(", ", late)}");
    }

    private static async Task EachOf(IEnumerable<Quay.Door> doors, Func<Quay.Door, Task<HttpResponseMessage>> ask, Func<Quay.Door, int[]> expected)
    {
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var door in doors)
        {
            using var answer = await ask(door);
            tried++;
            if (!expected(door).Contains((int)answer.StatusCode)) wrong.Add($"{door}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 15, $"{tried}");
    }

    private Task<HttpResponseMessage> Ask(HttpClient client, Quay.Door door, string address, string body, string type = "application/json") =>
        client.SendAsync(new(new(door.Method), address) { Content = door.Changes ? new StringContent(body, Encoding.UTF8, type) : null }, HttpCompletionOption.ResponseHeadersRead, stop);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}(?!.*[0-9a-f]{8}-[0-9a-f-]{27})")]
    private static partial Regex LastId();

    /// <summary>A boat with one of everything, all doors for programs, and what each asks for.</summary>
    public sealed partial class Quay : IAsyncLifetime
    {
        private Harbour harbour = null!;
        private JsonNode description = null!;

        public IReadOnlyList<Door> Doors { get; } = [.. Repository.Lines("ShipCaptainCrew.Tests/RightsWalk.txt").Select(line => line.Split(' '))
            .Where(row => row is [_, var route, _] && route.StartsWith("/api/", StringComparison.Ordinal)).Select(row => new Door(row[0], row[1], row[2]))];

        public HttpClient Nobody { get; private set; } = null!;

        /// <summary>A deckhand who is not on this charter: of all who are signed in, nobody may do less.</summary>
        public HttpClient Alex => harbour.Day.Cast.Alex.Api;

        /// <summary>An owner who signed in just now.</summary>
        public HttpClient Olive { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            harbour = await Harbour.Of(await Day.Begin());
            Nobody = harbour.Day.Ship.CreateClient();
            Olive = harbour.Day.Cast.Olive.Api;
            description = await Olive.Get("/openapi/v1.json").Json();
        }

        public ValueTask DisposeAsync() => harbour.Day.DisposeAsync();

        public string Address(Door door, Guid? id = null) => harbour.Address(door.Route, id);

        /// <summary>Calls the charter off, too long ago to take it back.</summary>
        public async Task Cancel()
        {
            await Olive.Post($"{harbour.Day.Api}/cancel", new { reason = "Gale" }).Json();
            harbour.Day.Ship.Clock.Advance(TimeSpan.FromMinutes(16));
            Olive = await harbour.Day.Cast.Olive.SignInAgain(harbour.Day.Ship, harbour.Day.Cast.OperatorId);
        }

        /// <summary>The fields a door reads, by its own description.</summary>
        public IReadOnlyList<string>? Asks(Door door) => Schema(door)?.Select(field => field.Key).ToList();

        /// <summary>A body that the door would take in good time.</summary>
        public string Sense(Door door) => door.Route.Split('/')[^1] switch
        {
            "guests" => """{"name":"Ann"}""",
            "checklists" => $$"""{"template_id":"{{harbour.Id("templates")}}"}""",
            "head-counts" => """{"which":"departure","guests":1}""",
            "orientation" => """{"topics":["Life jackets"]}""",
            "incident" => """{"what":"A wet deck"}""",
            "cancel" => """{"reason":"Gale"}""",
            "mark" => """{"where":"arrived"}""",
            _ => "{}",
        };

        private JsonObject? Schema(Door door)
        {
            var schema = description["paths"]![Constraint().Replace(door.Route, "}")]?[door.Method.ToLowerInvariant()]?["requestBody"]?["content"]?["application/json"]?["schema"];
            if ((string?)schema?["$ref"] is { } name) schema = description["components"]!["schemas"]![name.Split('/')[^1]];
            return schema?["properties"]?.AsObject();
        }

        [GeneratedRegex(":[a-z]+}")]
        private static partial Regex Constraint();

        public sealed record Door(string Method, string Route, string Least)
        {
            public bool Changes => Method is not "GET";

            public bool IsOfACharter => Route.StartsWith("/api/events/{id", StringComparison.Ordinal);

            public override string ToString() => $"{Method} {Route}";
        }
    }
}
