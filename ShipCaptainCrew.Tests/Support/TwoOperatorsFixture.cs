using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// One app for all tests of a class, with the Queen's members, and Robin, who owns another operator.
/// </summary>
public sealed class TwoOperatorsFixture : IAsyncLifetime
{
    public AppFixture Ship { get; } = new();

    public Cast Queen { get; private set; } = null!;

    public Cast Strangers { get; private set; } = null!;

    public TestUser Robin => Strangers.Olive;

    public Guid Aurora { get; private set; }

    public async ValueTask InitializeAsync()
    {
        (Queen, Strangers) = (await Ship.Cast(), await Ship.Cast("strangers"));
        Aurora = await Queen.Vessel();
    }

    /// <summary>
    /// Plans a charter of Aurora, by default on July 4, with Kim as captain and published; without times, so that any
    /// number fit on one day.
    /// </summary>
    public Task<JsonNode> Charter(JsonObject? more = null) => Queen.Plan(Aurora, more).Json(201);

    public ValueTask DisposeAsync() => Ship.DisposeAsync();
}
