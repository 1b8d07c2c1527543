using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>An API client of an owner, with an access token. It creates and lists vessels.</summary>
public sealed class OwnersProgram : IDisposable
{
    private OwnersProgram(Uri address, string token)
    {
        Client = new() { BaseAddress = address, Timeout = Waiting.Limit };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Client { get; }

    /// <summary>Creates an operator and returns its owner's sign-in link.</summary>
    public static async Task<string> CreateOperator(AppProcess app)
    {
        var output = await app.Command(
            "operator", "create", "--name", "Queen of San Diego", "--slug", "queen", "--email", "olive@queen.example",
            "--time-zone", "America/Los_Angeles", "--latitude", "32.7157", "--longitude", "-117.1611");
        return output.TrimEnd().Split('\n')[^1];
    }

    /// <summary>Creates an operator and exchanges its owner's link for an access token.</summary>
    public static async Task<OwnersProgram> SignIn(AppProcess app)
    {
        var link = await CreateOperator(app);
        using var client = new HttpClient { BaseAddress = app.Address };
        using var answer =
            await client.PostAsJsonAsync("/api/auth/tokens", new { token = link.Split('/')[^1], name = "Olive" });
        var tokens = await answer.Content.ReadFromJsonAsync<JsonObject>();
        var accessToken = (string?)tokens?["access_token"];
        return new(app.Address, accessToken ?? throw new InvalidOperationException($"No token: {tokens}"));
    }

    public Task<HttpResponseMessage> CreateVessel(string name, CancellationToken cancel) =>
        Client.PostAsJsonAsync("/api/vessels", new { name, passenger_capacity = 6 }, cancel);

    public async Task<IReadOnlySet<string>> Vessels()
    {
        var names = new HashSet<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await Client.GetFromJsonAsync<JsonObject>($"/api/vessels?limit=200&cursor={cursor}");
            names.UnionWith(page!["items"]!.AsArray().Select(item => (string)item!["name"]!));
            cursor = (string?)page["next_cursor"];
        }

        return names;
    }

    public void Dispose() => Client.Dispose();
}
