using System.Net;
using ShipCaptainCrew.E2E.Support;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Operations;

/// <summary>Runs the server with few file descriptors and opens more connections than there are of them.</summary>
public sealed class FileLimitTests
{
    private const int Files = 512, Streams = 700;
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_beyond_the_limit_are_refused_and_the_server_recovers()
    {
        await using var app = new EmptyApp { FileLimit = Files };
        app.Settings["Limits__StreamsByAddress"] = "1000000";
        await app.InitializeAsync();
        using var olive = await OwnersProgram.SignIn(app);
        var streams = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => Open(olive)));

        Assert.Subset(
            new HashSet<HttpStatusCode?> { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, null },
            streams.Select(stream => stream?.StatusCode).ToHashSet());
        Assert.Contains(HttpStatusCode.OK, streams.Select(stream => stream?.StatusCode));
        Assert.Contains(streams, stream => stream is null or { StatusCode: HttpStatusCode.ServiceUnavailable });
        foreach (var stream in streams) stream?.Dispose();

        await Waiting.Until(async () => await Status(olive) == HttpStatusCode.Created);
        Assert.Equal(0, await app.Stop());
        Assert.DoesNotContain("Too many open files", app.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_above_half_of_the_file_descriptors_prevents_the_start()
    {
        await using var app = new EmptyApp { FileLimit = Files, Settings = { ["Limits__Connections"] = "257" } };

        var result = await app.Run();

        Assert.Equal(1, result.Code);
        Assert.StartsWith("Limits:Connections is 257; it must be at most 256", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>Opens a stream, on a connection of its own; null if the server closed the connection.</summary>
    private async Task<HttpResponseMessage?> Open(OwnersProgram olive)
    {
        try
        {
            return await olive.Client.GetAsync("/queen/stream", HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<HttpStatusCode?> Status(OwnersProgram olive)
    {
        try
        {
            using var answer = await olive.CreateVessel("After", stop);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
