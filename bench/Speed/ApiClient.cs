using System.Text.Json.Nodes;

namespace Bench.Speed;

/// <summary>Calls the API as one person, to prepare a measurement.</summary>
internal sealed class ApiClient(Product product, string token = "") : IDisposable
{
    private readonly Connection connection = new(product.Port);

    public Visitor Visitor { get; } =
        token == "" ? Visitor.Nobody(product.Host) : Visitor.Program(product.Host, token);

    /// <summary>Signs in by an emailed link.</summary>
    public static async Task<ApiClient> SignIn(Product product, string address)
    {
        using var nobody = new ApiClient(product);
        var asked = await nobody.Post("/api/auth/magic-links", new { email = address });
        var link = await Mailbox.SignInToken(product, address);
        var tokens = await nobody.Post("/api/auth/tokens", new { token = link, ask = (string)asked["ask"]! });
        return new(product, (string)tokens["access_token"]!);
    }

    public Task<JsonNode> Post(string path, object body) => Send("POST", path, body);

    public void Dispose() => connection.Dispose();

    private async Task<JsonNode> Send(string method, string path, object body)
    {
        var answer = await connection.Send(Visitor.Json(method, path, body));
        if (answer.Status is < 200 or > 299) throw new InvalidOperationException($"{path}: {answer.Text}");
        return JsonNode.Parse(answer.Body.Length == 0 ? "{}" : answer.Text)!;
    }
}
