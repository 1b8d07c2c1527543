using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests;

/// <summary>
/// Writers and readers at the same time, over charters, vessels, members and rights of several operators, with another
/// process beside the server. No reader is shown less than what was acknowledged before its request.
/// </summary>
[Collection<Alone>]
public sealed partial class StalenessTests : IAsyncLifetime
{
    private readonly TwoOperatorsFixture fixture = new();
    private readonly CancellationTokenSource stop = new();
    private readonly System.Collections.Concurrent.ConcurrentBag<string> faults = [];

    private Cast Queen => fixture.Queen;

    private Cast Strangers => fixture.Strangers;

    public ValueTask InitializeAsync() => fixture.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        stop.Dispose();
        await fixture.DisposeAsync();
    }

    [Fact]
    public async Task No_answer_is_stale_or_of_another_operator()
    {
        var third = await fixture.Ship.Cast("third");
        var queens = (await fixture.Charter(new() { ["title"] = "Queen 0" })).Id();
        var title = new JsonObject { ["title"] = "Strangers 0" };
        var theirs = (await Strangers.Plan(await Strangers.Vessel(), title).Json(201)).Id();
        Counted own = new(), foreign = new(), name = new(), vessel = new(), role = new(), closed = new();
        await using var beside = new DataFolderFixture(fixture.Ship.Folder);
        Task[] all =
        [
            Write(own, n => Queen.Dana.Api.Put($"/api/events/{queens}", new { title = $"Queen {n}" }).Json()),
            Write(foreign, n => Strangers.Dana.Api.Put(
                $"/api/events/{theirs}", new { title = $"Strangers {n}" }).Json()),
            Write(name, n => Queen.Olive.Api.Put(
                $"/api/members/{Queen.Kim.MemberId}", new { name = $"Kim {n}" }).Json()),
            Write(vessel, n => Queen.Olive.Api.Put(
                $"/api/vessels/{fixture.Aurora}", new { name = $"Aurora {n}" }).Json()),
            Write(role, n => Queen.Olive.Api.Put(
                $"/api/members/{Queen.Alex.MemberId}", new { role = n % 2 == 1 ? "dispatcher" : "crew" }).Json()),
            Write(closed, n => Suspend(beside, third.OperatorId, n % 2 == 1)),
            Read(Queen.Dana.Browser, $"/{Queen.Slug}/charters/{queens}", ("Queen", own), ("Aurora", vessel)),
            Read(Queen.Sam.Browser, $"/{Queen.Slug}/charters/{queens}", ("Queen", own), ("Kim", name)),
            Read(Queen.Kim.Api, $"/api/events/{queens}", ("Queen", own), ("Kim", name)),
            Read(Queen.Kim.Api, "/api/me", ("Kim", name)),
            Read(Queen.Dana.Browser, $"/{Queen.Slug}", ("Queen", own), ("Aurora", vessel)),
            Read(Strangers.Dana.Api, $"/api/events/{theirs}", ("Strangers", foreign)),
            ReadRight(Queen.Alex.Browser, $"/{Queen.Slug}/vessels", role, isOpen: n => n % 2 == 1),
            ReadRight(third.Kim.Api, "/api/me", closed, isOpen: n => n % 2 == 0),
        ];
        await Task.Delay(TimeSpan.FromSeconds(LongRun.Count(5, 60)), TestContext.Current.CancellationToken);
        Counted[] counters = [own, foreign, name, vessel, role, closed];
        while (counters.Any(counted => counted.Acknowledged < 3) && !all.Any(task => task.IsFaulted))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Task.WhenAll(all);

        Assert.Empty(faults);
        using var seals = new PublicSeals(new StoragePaths(fixture.Ship.Folder).Keys);
        using var file = SqliteFile.Open(new StoragePaths(fixture.Ship.Folder).Database);
        Assert.Null(DatabaseVerification.Of(file, seals));
    }

    private async Task Write(Counted counted, Func<long, Task> write)
    {
        while (!stop.IsCancellationRequested)
        {
            // SQLite works synchronously, so without this a writer would never give way.
            await Task.Yield();
            var next = counted.Begin();
            await write(next);
            counted.Acknowledge(next);
        }
    }

    /// <summary>A change by another process, such as <c>operator suspend</c>.</summary>
    private static async Task Suspend(DataFolderFixture beside, Guid operatorId, bool isSuspended)
    {
        var db = beside.Get<AppDbContext>();
        db.UseOperator(operatorId);
        await beside.Get<Change>().Run(async actor =>
        {
            var found = await db.Operators.FirstAsync(row => row.Id == operatorId);
            if (isSuspended) found.Suspend(actor);
            else found.Resume();
            return true;
        });
    }

    /// <summary>
    /// Reads an address until the end, sometimes with the tag of the last answer. Each text must show at least the
    /// number that was acknowledged before, and a 304 must be about such an answer.
    /// </summary>
    private async Task Read(HttpClient client, string address, params (string Text, Counted Counted)[] shown)
    {
        var (tag, body) = ("", "");
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var expected = shown.Select(text => text.Counted.Acknowledged).ToList();
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (i % 2 == 1) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var response = await client.SendAsync(request);
            if ((int)response.StatusCode == 200) body = await response.Content.ReadAsStringAsync();
            else if ((int)response.StatusCode != 304) faults.Add($"{address}: {response.StatusCode}");
            tag = $"{response.Headers.ETag}";
            foreach (var ((text, _), least) in shown.Zip(expected))
                if (LowestNumber(body, text) is var number && number < least)
                    faults.Add($"{(int)response.StatusCode} {address}: {text} {number} instead of {least}");
            if (body.Contains(shown[0].Text == "Strangers" ? "Queen 1" : "Strangers 1", StringComparison.Ordinal))
                faults.Add($"{address} of another operator");
        }
    }

    /// <summary>Reads an address whose right comes and goes. Judged only if no change of it was under way.</summary>
    private async Task ReadRight(HttpClient client, string address, Counted counted, Func<long, bool> isOpen)
    {
        while (!stop.IsCancellationRequested)
        {
            var before = counted.Settled;
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
            if (before is { } n && counted.Settled == n && response.IsSuccessStatusCode != isOpen(n))
                faults.Add($"{address} after {n}: {response.StatusCode}");
        }
    }

    /// <summary>The lowest number after a text; 0 before the first change.</summary>
    private static long LowestNumber(string body, string text) => Regex.Matches(body, $"{text} (\\d+)")
        .Select(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).DefaultIfEmpty().Min();

    /// <summary>Numbers the changes of one writer.</summary>
    private sealed class Counted
    {
        private long begun;
        private long acknowledged;

        public long Acknowledged => Interlocked.Read(ref acknowledged);

        /// <summary>The number of the last change if none is under way.</summary>
        public long? Settled => Interlocked.Read(ref begun) is var last && last == Acknowledged ? last : null;

        public long Begin() => Interlocked.Increment(ref begun);

        public void Acknowledge(long number) => Interlocked.Exchange(ref acknowledged, number);
    }
}
