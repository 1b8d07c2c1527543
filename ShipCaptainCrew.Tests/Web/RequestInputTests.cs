using System.Text;
using Microsoft.AspNetCore.Http;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class RequestInputTests
{
    [Theory]
    [InlineData("", "{}")]
    [InlineData("  \n", "{}")]
    [InlineData("{}", "{}")]
    [InlineData(
        """{ "name": "Aurora", "extra": [1, { "x": null }] }""", """{"name":"Aurora","extra":[1,{"x":null}]}""")]
    public async Task A_JSON_object_is_read_and_an_empty_body_is_an_empty_object(string body, string read)
    {
        var input = await Json(body);

        Assert.Null(input.Refusal);
        Assert.Equal(read, input.Given.ToJsonString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{ 'name': 1 }")]
    [InlineData("{ \"a\": 01 }")]
    [InlineData("{ \"a\": NaN }")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    [InlineData("{ \"a\": 1, \"\\u0061\": 2 }")]
    [InlineData("{ \"x\": { \"a\": 1, \"a\": 2 } }")]
    [InlineData("{ \"\\ud83d\": 1 }")]
    [InlineData("{ \"x\": [{ \"\\udc00\": 1 }] }")]
    [InlineData("name=Aurora&passenger_capacity=6")]
    public async Task A_body_that_is_not_a_JSON_object_is_malformed(string body) =>
        Assert.Equal((RefusalKind.Malformed, "not_json"), RefusalOf(await Json(body)));

    [Fact]
    public async Task An_idempotency_key_consists_of_route_key_and_body()
    {
        var idempotencyKey = (await Json("{ \"a\": 1 }", "k1")).IdempotencyKey!;

        Assert.Equal(("POST /api/things", "k1"), (idempotencyKey.Route, idempotencyKey.Key));
        Assert.Equal(idempotencyKey, (await Json("{ \"a\": 1 }", "k1")).IdempotencyKey);
        Assert.NotEqual(idempotencyKey, (await Json("{ \"a\": 2 }", "k1")).IdempotencyKey);
        Assert.Null((await Json("{}", "")).IdempotencyKey);
        Assert.Null((await Json("{}")).IdempotencyKey);
    }

    private static (RefusalKind, string) RefusalOf(Input input) => (input.Refusal!.Kind, input.Refusal.Code);

    private static Task<Input> Json(string body, string? key = null)
    {
        var request = Request(body, "application/json");
        if (key is not null) request.Headers["Idempotency-Key"] = key;
        return request.ReadJson();
    }

    private static HttpRequest Request(string body, string? type) => Request(Encoding.UTF8.GetBytes(body), type);

    private static HttpRequest Request(byte[] body, string? type)
    {
        var http = new DefaultHttpContext();
        var request = http.Request;
        (request.Method, request.Path) = ("POST", "/api/things");
        (request.ContentType, request.ContentLength) = (type, body.Length);
        request.Body = new MemoryStream(body);
        return request;
    }
}
