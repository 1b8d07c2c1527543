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

    [Theory]
    [InlineData(16, null)]
    [InlineData(17, "not_json")]
    [InlineData(100_000, "not_json")]
    public async Task JSON_may_be_nested_sixteen_levels_deep(int levels, string? code)
    {
        var nested = string.Concat(Enumerable.Repeat("{\"x\":", levels - 1)) + "{}" + new string('}', levels - 1);
        var input = await Json(nested);

        Assert.Equal(code, input.Refusal?.Code);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonx")]
    public async Task Other_content_types_are_refused_as_JSON(string type) =>
        Assert.Equal((RefusalKind.WrongMedia, "not_json"), RefusalOf(await Request("{}", type).ReadJson()));

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/merge-patch+json")]
    public async Task Every_JSON_content_type_is_accepted(string? type) =>
        Assert.Null((await Request("{}", type).ReadJson()).Refusal);

    [Fact]
    public async Task Only_a_program_may_leave_out_the_content_type()
    {
        var program = Request("{}", null);
        program.Headers.Authorization = "Bearer x";

        Assert.Null((await program.ReadJson()).Refusal);
        Assert.Null((await Request("", null).ReadJson()).Refusal);
        Assert.Equal((RefusalKind.WrongMedia, "not_json"), RefusalOf(await Request("{}", null).ReadJson()));
    }

    [Fact]
    public async Task JSON_may_have_twenty_thousand_values()
    {
        Assert.Null((await Json(ListOf(20_000))).Refusal);
        Assert.Equal((RefusalKind.TooLarge, "too_large"), RefusalOf(await Json(ListOf(20_002))));

        static string ListOf(int values) => $$"""{ "x": [{{string.Join(',', Enumerable.Repeat('1', values))}}] }""";
    }

    [Fact]
    public async Task Invalid_UTF_8_is_refused_at_its_field()
    {
        var input = await Request([.. "{\"name\":\""u8, 0xff, 0xc3, 0x28, .. "\"}"u8], "application/json").ReadJson();

        input.Text("name");

        Assert.Equal(["name"], input.Refusal!.Errors!.Keys);
    }

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
