using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bench.Speed;

/// <summary>
/// A keep-alive HTTP/1.1 connection that costs little, so that the client takes few processor cycles from the server
/// on the same machine. A connection that the server closed is opened again for the next request.
/// </summary>
internal sealed class Connection(int port) : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);

    private Socket? socket;
    private byte[] buffer = new byte[32_768];
    private int filled;

    /// <summary>Sends a request and reads all of its answer, which is valid until the next request.</summary>
    public async Task<Answer> Send(ReadOnlyMemory<byte> request, CancellationToken cancel = default)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(LongestAnswer);
        var head = await Begin(request, late.Token);
        var answer = await Body(head, late.Token);
        if (head.Contains("\r\nConnection: close", StringComparison.OrdinalIgnoreCase)) Close();
        return answer;
    }

    /// <summary>Sends a request and reads the head of its answer. The rest is read by <see cref="More"/>.</summary>
    public async Task<string> Begin(ReadOnlyMemory<byte> request, CancellationToken cancel)
    {
        socket ??= await Open(cancel);
        for (var sent = 0; sent < request.Length;)
            sent += await socket.SendAsync(request[sent..], SocketFlags.None, cancel);
        filled = 0;
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0) await Fill(cancel);
        var head = Encoding.ASCII.GetString(buffer, 0, end + 4);
        buffer.AsSpan(end + 4, filled - end - 4).CopyTo(buffer);
        filled -= end + 4;
        return head;
    }

    /// <summary>Reads what came since, as text; waits for something.</summary>
    public async Task<string> More(CancellationToken cancel)
    {
        if (filled == 0) await Fill(cancel);
        var text = Encoding.UTF8.GetString(buffer, 0, filled);
        filled = 0;
        return text;
    }

    public void Dispose() => Close();

    private async Task<Answer> Body(string head, CancellationToken cancel)
    {
        var status = int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        if (status is 204 or 304) return new(status, head, default);
        if (head.Contains("\r\nTransfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            return new(status, head, await Chunks(cancel));
        var length = int.Parse(Answer.HeaderOf(head, "Content-Length") ?? "0",
            System.Globalization.CultureInfo.InvariantCulture);
        while (filled < length) await Fill(cancel);
        return new(status, head, buffer.AsMemory(0, length));
    }

    /// <summary>Reads the chunks and joins their contents at the start of the buffer.</summary>
    private async Task<ReadOnlyMemory<byte>> Chunks(CancellationToken cancel)
    {
        for (var (read, joined) = (0, 0); ;)
        {
            int line;
            while ((line = buffer.AsSpan(read, filled - read).IndexOf("\r\n"u8)) < 0) await Fill(cancel);
            if (!Utf8Parser.TryParse(buffer.AsSpan(read, line), out int size, out _, 'x'))
                throw new IOException("A chunk has no length.");
            read += line + 2;
            while (filled < read + size + 2) await Fill(cancel);
            buffer.AsSpan(read, size).CopyTo(buffer.AsSpan(joined));
            (read, joined) = (read + size + 2, joined + size);
            if (size == 0) return buffer.AsMemory(0, joined);
        }
    }

    private async Task Fill(CancellationToken cancel)
    {
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = await socket!.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None, cancel);
        if (read == 0)
        {
            Close();
            throw new IOException("The server closed the connection.");
        }

        filled += read;
    }

    private async Task<Socket> Open(CancellationToken cancel)
    {
        var opened = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await opened.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancel);
        return opened;
    }

    private void Close()
    {
        socket?.Dispose();
        socket = null;
    }
}
