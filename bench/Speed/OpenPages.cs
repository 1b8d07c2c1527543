using System.Diagnostics;
using System.Globalization;

namespace Bench.Speed;

/// <summary>
/// A hundred open pages of one charter: after each tap the server signals all of them, and each fetches its body again,
/// over a connection of its own.
/// </summary>
internal sealed class OpenPages : IDisposable
{
    private const int Pages = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly ServerProcess server;
    private readonly SampleOperator sample;
    private readonly List<EventSource> sources;
    private readonly List<Connection> connections;
    private readonly Taps taps;
    private readonly string?[] tags = new string?[Pages];

    private OpenPages(ServerProcess server, SampleOperator sample)
    {
        (this.server, this.sample, taps) = (server, sample, new(sample.Main, 1));
        sources = [.. Enumerable.Range(0, Pages).Select(_ => new EventSource(server.Port))];
        connections = [.. Enumerable.Range(0, Pages).Select(_ => new Connection(server.Port))];
    }

    private string Charter => $"/{SampleOperator.Slug}/charters/{sample.Main.Id}";

    public static async Task Run(ServerProcess server, SampleOperator sample, Effort effort)
    {
        using var pages = new OpenPages(server, sample);
        await pages.Open();
        for (var i = 0; i < 3; i++) await pages.Refresh([]);
        var (before, watch, times) = (server.Cpu, Stopwatch.StartNew(), new List<double>());
        for (var i = 0; i < effort.Refreshes; i++) await pages.Refresh(times);
        var cpu = server.Cpu - before;
        Console.WriteLine(new Result(string.Create(CultureInfo.InvariantCulture, $"refresh of {Pages} open pages"),
            times.Count, cpu, watch.Elapsed.TotalSeconds, times).Row);
    }

    public void Dispose()
    {
        sources.ForEach(source => source.Dispose());
        connections.ForEach(connection => connection.Dispose());
    }

    private async Task Open()
    {
        using var late = new CancellationTokenSource(Longest);
        var request = sample.Pages.Get($"{Charter}/stream", "Accept: text/event-stream\r\n");
        foreach (var source in sources) await source.Open(request, late.Token);
        await Task.WhenAll(Enumerable.Range(0, Pages).Select(Fetch));
    }

    /// <summary>One tap, and the time until each page is up to date.</summary>
    private async Task Refresh(List<double> times)
    {
        using var stop = new CancellationTokenSource(Longest);
        var fetched = new TaskCompletionSource();
        var left = Pages;
        var start = Stopwatch.GetTimestamp();
        var listening = sources.Select((source, page) => source.Listen(at => Update(page), stop.Token)).ToList();
        using var connection = new Connection(server.Port);
        (await connection.Send(taps.NextRequest(sample.Owner.Visitor, 0))).Expect(200);
        await fetched.Task.WaitAsync(Longest);
        await stop.CancelAsync();
        await Task.WhenAll(listening);

        async void Update(int page)
        {
            try
            {
                await Fetch(page);
                lock (times) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (Interlocked.Decrement(ref left) == 0) fetched.TrySetResult();
            }
            catch (Exception failure)
            {
                fetched.TrySetException(failure);
            }
        }
    }

    private async Task Fetch(int page)
    {
        var condition = tags[page] is { } tag ? $"If-None-Match: {tag}\r\n" : "";
        var answer = await connections[page].Send(sample.Pages.Get(Charter, $"HX-Request: true\r\n{condition}"));
        tags[page] = answer.Expect(200).Header("ETag");
    }
}
