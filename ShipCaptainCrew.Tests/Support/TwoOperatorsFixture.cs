using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// One ship for all tests of a class: the Queen's cast, and Robin, who owns another operator and has no business here.
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
    /// A charter of Aurora's with Kim as captain, on 4 July and published unless it says otherwise; without times, so
    /// that any number fit.
    /// </summary>
    public Task<JsonNode> Charter(JsonObject? more = null) => Queen.Plan(Aurora, more).Json(201);

    public ValueTask DisposeAsync() => Ship.DisposeAsync();
}
