using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

/// <summary>A running app with an operator, its members, and the vessel Aurora.</summary>
public abstract class PlanningTestBase : IAsyncLifetime
{
    protected AppFixture Ship { get; } = new();

    protected Cast Cast { get; private set; } = null!;

    protected Guid Aurora { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Cast = await Ship.Cast();
        Aurora = await Cast.Vessel();
    }

    public async ValueTask DisposeAsync()
    {
        await Ship.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static string Text(JsonNode? node) => (string?)node ?? "";

    protected Task<HttpResponseMessage> Put(JsonNode charter, JsonObject fields, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/events/{charter["id"]}")
        {
            Content = JsonContent.Create(fields),
        };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return Cast.Dana.Api.SendAsync(request);
    }
}
