using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>A small mail server on a loopback port: what the app sends arrives here over real TCP.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<Delivery> _deliveries = [];
    private readonly Task _serving;

    /// <param name="port">The port to listen on; 0 for any that is free.</param>
    public SmtpSink(int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _serving = Serve();
    }

    public int Port { get; }

    /// <summary>
    /// Every message accepted, even if the connection was reset before the sender got the reply. Repeated messages have
    /// the same Message-ID.
    /// </summary>
    public IReadOnlyCollection<Delivery> Deliveries => _deliveries;

    /// <summary>
    /// The reply to each line of the client; null for the usual one. The line is "" when a client connects and "." at
    /// the end of a message.
    /// </summary>
    public Func<string, Reply?> Mood { get; set; } = _ => null;

    public Task<MimeMessage> Arrival(string to, string subject) =>
        Arrival(
            d => d.To.Contains(to) && d.Message.Subject?.Contains(subject, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Waits for the first message that matches, including those that have already arrived.</summary>
    public async Task<MimeMessage> Arrival(Func<Delivery, bool> matches, TimeSpan? limit = null)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Waiting.Pause))
        {
            if (_deliveries.FirstOrDefault(matches) is { } found) return found.Message;
            if (waited.Elapsed >= (limit ?? Waiting.Limit)) break;
        }

        var others = _deliveries.Select(d => $"{string.Join(',', d.To)}: {d.Message.Subject}");
        throw new TimeoutException($"No such message. What came: {string.Join("; ", others)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _serving;
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task Serve()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(Handle(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Handle(TcpClient client)
    {
        using var connection = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        try
        {
            await ReadCommands(client, reader);
        }
        catch (Exception closed) when (closed is IOException or OperationCanceledException)
        {
            // The client disconnected, or the sink is being disposed.
        }
    }

    private async Task ReadCommands(TcpClient client, StreamReader reader)
    {
        var draft = new Delivery("", [], new MimeMessage());
        for (var line = ""; line is not null; line = await reader.ReadLineAsync(_closing.Token))
        {
            if (Argument(line, "MAIL FROM:") is { } from) draft = new(from, [], draft.Message);
            if (Argument(line, "RCPT TO:") is { } to) draft = draft with { To = [.. draft.To, to] };
            if (await Answer(client, line) is not { } reply) return;
            if (line != "DATA" || reply.Refuses) continue;
            draft = draft with { Message = await Body(reader) };
            if (await Answer(client, ".", draft) is null) return;
        }
    }

    private async Task<Reply?> Answer(TcpClient client, string line, Delivery? accepted = null)
    {
        var reply = Mood(line) ?? Usual(line);
        if (accepted is not null && !reply.Refuses) _deliveries.Enqueue(accepted);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(reply.Text), _closing.Token);
        if (!reply.ThenReset) return reply;
        client.LingerState = new(enable: true, seconds: 0);
        return null;
    }

    private static Reply Usual(string line) => line.Split(' ')[0] switch
    {
        "" => Reply.Say("220 sink"),
        "DATA" => Reply.Say("354 Go on"),
        "QUIT" => Reply.Say("221 Bye"),
        _ => Reply.Say("250 Fine"),
    };

    private static string? Argument(string line, string verb) =>
        line.StartsWith(verb, StringComparison.OrdinalIgnoreCase) ? line[verb.Length..].Split('<', '>')[1] : null;

    private async Task<MimeMessage> Body(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_closing.Token) is var line and not ".")
            text.Append(line is null ? throw new EndOfStreamException() : line.StartsWith('.') ? line[1..] : line)
                .Append("\r\n");
        return await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString())), _closing.Token);
    }

    public sealed record Delivery(string From, IReadOnlyList<string> To, MimeMessage Message);

    public sealed record Reply(string Text, bool ThenReset = false)
    {
        public static Reply Silence { get; } = new("");

        public static Reply Reset { get; } = new("", ThenReset: true);

        internal bool Refuses => Text.StartsWith('4') || Text.StartsWith('5');

        public static Reply Say(string text) => new(text + "\r\n");

        public static Reply SayAndReset(string text) => new(text + "\r\n", ThenReset: true);
    }
}
