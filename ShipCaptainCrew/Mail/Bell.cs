using System.Threading.Channels;

namespace ShipCaptainCrew.Mail;

/// <summary>Wakes the postman. However often it is rung before they come, they come once.</summary>
public sealed class Bell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    public ValueTask<bool> Rung(CancellationToken cancel) => rings.Reader.ReadAsync(cancel);
}
