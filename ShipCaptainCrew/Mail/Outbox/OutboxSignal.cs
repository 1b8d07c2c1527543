using System.Threading.Channels;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>Wakes the outbox worker. Several signals before it wakes count as one.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> signals =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => signals.Writer.TryWrite(true);

    public ValueTask<bool> Wait(CancellationToken cancel) => signals.Reader.ReadAsync(cancel);
}
