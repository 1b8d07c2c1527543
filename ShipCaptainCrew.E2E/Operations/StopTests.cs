using System.Net;
using System.Text;
using ShipCaptainCrew.E2E.Support;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Operations;

public sealed class StopTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_stopping_server_ends_its_streams_completes_running_requests_and_exits(
        string signal)
    {
        await using var app = new EmptyApp();
        await app.InitializeAsync();
        using var olive = await OwnersProgram.SignIn(app);
        var streams = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => OpenStream(olive.Client)));
        using var body = new SlowBody("""{"name":"In flight",""", """ "passenger_capacity":6}""");
        var posting = olive.Client.PostAsync("/api/vessels", body, stop);
        await body.HalfSent;

        var stopping = app.Stop(signal);
        await Task.WhenAll(streams).WithinLimit();
        body.SendTheRest();

        using var answer = await posting;
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(0, await stopping.WithinLimit());
        Assert.Empty(Directory.GetFiles(app.Folder, "*-wal"));
        await app.InitializeAsync();
        Assert.Contains("In flight", await olive.Vessels());
    }

    /// <summary>
    /// Opens an event stream and, after its response headers, returns the task that reads it to its end.
    /// </summary>
    private async Task<Task> OpenStream(HttpClient client)
    {
        var answer = await client.GetAsync("/queen/stream", HttpCompletionOption.ResponseHeadersRead, stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Content.CopyToAsync(Stream.Null, stop);
    }

    /// <summary>A request body whose second half is sent only when the test says so.</summary>
    private sealed class SlowBody(string first, string second) : HttpContent
    {
        private readonly TaskCompletionSource half = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task HalfSent => half.Task;

        public void SendTheRest() => rest.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Headers.ContentType = new("application/json");
            await stream.WriteAsync(Encoding.UTF8.GetBytes(first));
            await stream.FlushAsync();
            half.SetResult();
            await rest.Task;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(second));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = first.Length + second.Length;
            return true;
        }
    }
}
