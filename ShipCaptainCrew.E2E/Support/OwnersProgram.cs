using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>A program that works for an owner, by token: it makes vessels, the simplest thing to keep.</summary>
public sealed class OwnersProgram : IDisposable
{
    private OwnersProgram(Uri address, string token)
    {
        Client = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Client { get; }

    /// <summary>Makes an operator, and gives the link by which its owner comes aboard.</summary>
    public static async Task<string> Link(AppProcess app)
    {
        var said = await app.Command(
            "operator", "create", "--name", "Queen of San Diego", "--slug", "queen", "--email", "olive@queen.example",
            "--time-zone", "America/Los_Angeles", "--latitude", "32.7157", "--longitude", "-117.1611");
        return said.TrimEnd().Split('\n')[^1];
    }

    public static async Task<OwnersProgram> ComeAboard(AppProcess app)
    {
        var link = await Link(app);
        using var client = new HttpClient { BaseAddress = app.Address };
        using var answer =
            await client.PostAsJsonAsync("/api/auth/tokens", new { token = link.Split('/')[^1], name = "Olive" });
        var pass = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return new(
            app.Address, (string?)pass?["access_token"] ?? throw new InvalidOperationException($"No token: {pass}"));
    }

    public Task<HttpResponseMessage> Make(string vessel, CancellationToken cancel) =>
        Client.PostAsJsonAsync("/api/vessels", new { name = vessel, passenger_capacity = 6 }, cancel);

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
