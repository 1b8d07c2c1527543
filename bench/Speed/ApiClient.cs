using System.Text.Json.Nodes;

namespace Bench.Speed;

/// <summary>Calls the API as one person, to prepare a measurement.</summary>
internal sealed class ApiClient(Product product, string token = "") : IDisposable
{
    private readonly Connection connection = new(product.Port);

    public Visitor Visitor { get; } =
        token == "" ? Visitor.Nobody(product.Host) : Visitor.Program(product.Host, token);

    /// <summary>Signs in by a link's token, and for an invitation with a name.</summary>
    public static async Task<ApiClient> SignIn(Product product, string linkToken, string name)
    {
        using var nobody = new ApiClient(product);
        var tokens = await nobody.Post("/api/auth/tokens", new { token = linkToken, name });
        return new(product, (string)tokens["access_token"]!);
    }

    public Task<JsonNode> Post(string path, object body) => Send("POST", path, body);

    public Task<JsonNode> Put(string path, object body) => Send("PUT", path, body);

    public async Task<JsonNode> Get(string path) =>
        JsonNode.Parse((await connection.Send(Visitor.Get(path))).Expect(200).Text)!;

    public void Dispose() => connection.Dispose();

    private async Task<JsonNode> Send(string method, string path, object body)
    {
        var answer = await connection.Send(Visitor.Json(method, path, body));
        if (answer.Status is < 200 or > 299) throw new InvalidOperationException($"{path}: {answer.Text}");
        return JsonNode.Parse(answer.Body.Length == 0 ? "{}" : answer.Text)!;
    }
}
