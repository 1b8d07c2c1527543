using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Tests.Web;

public sealed class RequestInputTests
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
    [InlineData(null)]
    public async Task Every_JSON_content_type_is_accepted(string? type) =>
        Assert.Null((await Request("{}", type).ReadJson()).Refusal);

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

    [Fact]
    public async Task A_form_has_its_idempotency_key_in_a_hidden_field_and_its_antiforgery_token_is_not_part_of_it()
    {
        var first = await Form("name=Aurora&Idempotency-Key=k1&__RequestVerificationToken=one");
        var again = await Form("name=Aurora&Idempotency-Key=k1&__RequestVerificationToken=two");

        Assert.Equal("""{"name":"Aurora"}""", first.Given.ToJsonString());
        Assert.Equal(("k1", first.IdempotencyKey), (again.IdempotencyKey!.Key, again.IdempotencyKey));
        Assert.NotEqual(first.IdempotencyKey, (await Form("name=Borealis&Idempotency-Key=k1")).IdempotencyKey);
    }

    [Theory]
    [InlineData("name=Aurora", """{"name":"Aurora"}""")]
    [InlineData("home_port.name=Pier&home_port.latitude=1", """{"home_port":{"name":"Pier","latitude":"1"}}""")]
    [InlineData("inspected=false&inspected=true", """{"inspected":"true"}""")]
    [InlineData("inspected=false", """{"inspected":"false"}""")]
    [InlineData("qualifications=captain&qualifications=deckhand", """{"qualifications":["captain","deckhand"]}""")]
    [InlineData("crew[7].role=captain&crew[2].role=deckhand&crew[7].member_id=x",
        """{"crew":[{"role":"captain","member_id":"x"},{"role":"deckhand"}]}""")]
    [InlineData("items[0].#=a&items[0].#=b&items[0].text=c", """{"items":[{"#":["a","b"],"text":"c"}]}""")]
    [InlineData("home_port=x&home_port.name=Pier", """{"home_port":{"name":"Pier"}}""")]
    public async Task A_form_becomes_the_same_structure_as_JSON(string form, string json) =>
        Assert.Equal(json, (await Form(form)).Given.ToJsonString());

    [Fact]
    public void No_field_name_breaks_the_parser()
    {
        var steps = Gen.OneOf("a", "items", "0", "7", ".", "[", "]", "#", "", "Idempotency-Key", "٣");
        var names = steps.Array[1, 40].Select(parts => string.Concat(parts));
        var values = Gen.OneOf("", "x", "\0", "\ud800").Array[0, 3].Select(all => new StringValues(all));

        Gen.Select(names, values).Array[0, 12].Sample(form =>
        {
            var fields = form.Select(field => KeyValuePair.Create(field.Item1, field.Item2));
            return FormFields.Nest(fields).Count <= form.Length;
        });
    }

    private static (RefusalKind, string) RefusalOf(Input input) => (input.Refusal!.Kind, input.Refusal.Code);

    private static Task<Input> Json(string body, string? key = null)
    {
        var request = Request(body, "application/json");
        if (key is not null) request.Headers["Idempotency-Key"] = key;
        return request.ReadJson();
    }

    private static Task<Input> Form(string body) => Request(body, "application/x-www-form-urlencoded").ReadForm();

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
