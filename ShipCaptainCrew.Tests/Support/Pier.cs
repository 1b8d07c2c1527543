namespace ShipCaptainCrew.Tests.Support;

/// <summary>One ship for all tests of a class: the Queen's cast, and Robin, who owns another operator and has no business here.</summary>
public sealed class Pier : IAsyncLifetime
{
    public Ship Ship { get; } = new();

    public Cast Queen { get; private set; } = null!;

    public Cast Strangers { get; private set; } = null!;

    public Hand Robin => Strangers.Olive;

    public async ValueTask InitializeAsync() => (Queen, Strangers) = (await Ship.Cast(), await Ship.Cast("strangers"));

    public ValueTask DisposeAsync() => Ship.DisposeAsync();
}
