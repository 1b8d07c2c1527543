using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Tests the timeouts of requests and of slow clients.</summary>
public sealed class TimeLimitsTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_that_takes_too_long_gets_504_as_JSON_or_as_a_page()
    {
        await using var app = new AppFixture();
        using var client = app.CreateClient();
        await client.Page("/sign-in");
        using var writing = await app.Services.GetRequiredService<WriteGate>().Enter(stop);
        SetLimit(app, TimeSpan.FromSeconds(1));

        using var program = await client.Post("/api/auth/magic-links", new { email = "kim@example.com" });
        using var person = await client.PostForm("/sign-in", ("email", "kim@example.com"));

        Assert.Equal("took_too_long", (string?)(await Task.FromResult(program).Json(504))["code"]);
        Assert.Equal((504, "That took too long"),
            ((int)person.StatusCode, (await person.Html()).QuerySelector("main h1")?.TextContent));
    }

    /// <summary>A request that starts after the stream runs into the limit first.</summary>
    [Fact]
    public async Task An_event_stream_has_no_time_limit()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        await cast.Sam.Browser.Get("/");
        SetLimit(app, TimeSpan.FromSeconds(1));
        await using var stream = await EventStreamReader.Begin(cast.Sam.Browser, $"/{cast.Slug}/stream");
        await stream.Hear();
        using (await app.Services.GetRequiredService<WriteGate>().Enter(stop))
            await app.CreateClient().Post("/api/auth/magic-links", new { email = "kim@example.com" }).Json(504);
        SetLimit(app, Waiting.Limit);

        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 }).Json(201);

        Assert.Equal("change vessel.created", await stream.Hear());
    }

    /// <summary>Kestrel uses the system clock here, so the test takes as long as the timeout.</summary>
    [Theory]
    [InlineData("GET /sign-in HTTP/1.1\r\nHost: ship.test\r\n", "X: x\r\n")]
    [InlineData(
        "POST /api/auth/magic-links HTTP/1.1\r\nHost: ship.test\r\nContent-Type: application/json\r\n"
        + "Content-Length: 1000\r\n\r\n",
        "x")]
    public async Task A_client_that_sends_too_slowly_is_disconnected(string start, string rest)
    {
        await using var app = new AppFixture();
        app.UseKestrel(0);
        using var client = app.CreateClient();
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port, stop);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(start), stop);

        var response = ReadResponse(stream);
        await Waiting.Until(() => Task.FromResult(response.IsCompleted), async () =>
        {
            if (await Task.WhenAny(response, Task.Delay(TimeSpan.FromSeconds(1), stop)) == response) return;
            await Task.WhenAny(response, stream.WriteAsync(Encoding.ASCII.GetBytes(rest), stop).AsTask());
        });

        Assert.Matches("^(HTTP/1.1 408 |$)", await response);
    }

    private static void SetLimit(AppFixture app, TimeSpan limit)
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue;
        options.DefaultPolicy = new()
        {
            Timeout = limit,
            TimeoutStatusCode = options.DefaultPolicy!.TimeoutStatusCode,
        };
    }

    /// <summary>Reads what the server sends before it closes the connection.</summary>
    private async Task<string> ReadResponse(NetworkStream stream)
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            return await reader.ReadToEndAsync(stop);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
