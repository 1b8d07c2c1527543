using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class RequestInputTests
{
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
}
