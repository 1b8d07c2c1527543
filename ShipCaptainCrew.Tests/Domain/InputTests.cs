using System.Text.Json.Nodes;
using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain;

public sealed partial class InputTests
{
    private static readonly TimeZoneInfo SanDiego = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    private static readonly DateTimeOffset Then = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid MemberId = Guid.CreateVersion7();

    /// <summary>All methods that read a single value, for the field <c>x</c> with a current value.</summary>
    private static readonly Dictionary<string, Func<Input, object?>> Readers = new()
    {
        ["text"] = input => input.Text("x", "before"),
        ["email"] = input => input.Email("x", "a@b.example"),
        ["whole"] = input => input.Whole("x", 7, 0, 100),
        ["number"] = input => input.Number("x", 7, 0, 100),
        ["flag"] = input => input.Flag("x", true),
        ["date"] = input => input.Date("x", new(2026, 7, 4)),
        ["clock"] = input => input.Clock("x", new(16, 30)),
        ["id"] = input => input.Id("x", MemberId),
        ["choice"] = input => input.Choice<CrewRole>("x", CrewRole.Deckhand),
        ["zone"] = input => input.TimeZone("x", "UTC"),
        ["instant"] = input => input.Instant("x", Then, SanDiego, null),
    };

    public static TheoryData<string> Kinds => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_that_is_not_sent_keeps_its_value(string kind)
    {
        var input = Given("{}");

        Assert.Equal(Readers[kind](Given("""{ "y": 1 }""")), Readers[kind](input));
        Assert.NotNull(Readers[kind](input));
        Assert.Null(input.Refusal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Null_and_white_space_clear_a_field_and_reset_a_flag_to_its_default(string kind)
    {
        foreach (var input in new[] {
            Given("""{ "x": null }"""), Given("""{ "x": "" }"""), Given("""{ "x": " \t\n" }""") })
        {
            Assert.Equal(kind == "flag" ? false : null, Readers[kind](input));
            Assert.Null(input.Refusal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_list_or_object_for_a_single_value_is_refused_at_the_field(string kind)
    {
        string[] values =
            ["[]", "{}", "[1]", "[true]", """["2026-07-04"]""", "[[[]]]", """{ "x": 1 }""", """["a","b"]"""];
        foreach (var json in values)
            AssertRefused(kind, $$"""{ "x": {{json}} }""");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Half_a_surrogate_pair_is_refused_at_the_field(string kind)
    {
        foreach (var half in new[] { """\ud83d""", """\udc00""", """a\udc00b""", """\udc00\ud83d""" })
            AssertRefused(kind, $$"""{ "x": "{{half}}" }""");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_text_is_read_or_refused_without_an_exception(string kind) => AnyText.Sample(text =>
    {
        var input = Input.Of(new() { ["x"] = text });
        var read = Readers[kind](input);
        return input.Refusal is null || input.Refusal.Errors!.Keys.Single() == "x" && read is not null;
    });

    [Theory]
    [InlineData("12", 12)]
    [InlineData("\"12\"", 12)]
    [InlineData("\" 12 \"", 12)]
    [InlineData("0", 0)]
    [InlineData("100", 100)]
    public void A_whole_number_is_read_from_a_JSON_number_or_a_string(string json, int number) =>
        Assert.Equal(number, Given($$"""{ "x": {{json}} }""").Whole("x", null, 0, 100));

    [Theory]
    [InlineData("whole", "101", "-1", "1.5", "1e999", "true", "\"12,5\"", "99999999999999999999", "\"0x1\"",
        "\"١٢\"")]
    [InlineData("number", "100.1", "-0.1", "1e999", "-1e999", "\"NaN\"", "\"Infinity\"", "\"1,5\"", "false",
        "\"12°\"")]
    [InlineData("flag", "1", "0", "\"yes\"", "\"TRUE\"")]
    [InlineData("date", "20260704", "\"2026-7-4\"", "\"2026-02-30\"", "\"1999-12-31\"", "\"2100-01-01\"",
        "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-07-04T00:00\"", "true")]
    [InlineData("clock", "\"24:00\"", "\"16:60\"", "\"4pm\"", "1630")]
    [InlineData("id", "7", "\"7\"", "\"00000000-0000-0000-0000\"", "\"' OR 1=1\"")]
    [InlineData("choice", "\"Deckhand\"", "\"cook\"", "2", "\"first mate\"")]
    [InlineData("zone", "\"PST\"", "\"Pacific Standard Time\"", "\"America/Atlantis\"", "\"../../etc/passwd\"", "8")]
    [InlineData("email", "\"kim\"", "\"kim@\"", "\"a@b.example, c@d.example\"", "\"Kim <kim@b.example>\"",
        "\"kim@b.example\\r\\nBcc: x@y.example\"", "\"k im@b.example\"", "5")]
    [InlineData("text", "5", "true", "1e999", "\"two\\nlines\"", "\"\\u0000\"", "\"\\u001b[31m\"")]
    [InlineData("instant", "\"2026-07-04\"", "\"16:30\"", "\"2026-07-04T25:00\"", "\"2026-07-04T16:30+25:00\"",
        "1783000000", "\"tomorrow\"")]
    public void An_invalid_value_is_refused_at_the_field(string kind, params string[] jsons) =>
        Assert.All(jsons, json => AssertRefused(kind, $$"""{ "x": {{json}} }"""));

    /// <summary>Arbitrary strings, and strings that are close to what the methods accept.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf<string>(
        Gen.String[Gen.Char, 0, 300],
        Gen.OneOf("2026-07-04", "0001-01-01", "9999-12-31", "0001-01-01T00:00", "9999-12-31T23:59",
            "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00+14:00", "2026-03-08T02:30", "2026-11-01T01:30"),
        Gen.Double.Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[-1, 10000], Gen.Int[-1, 13], Gen.Int[-1, 32], Gen.Int[-1, 25])
            .Select((y, m, d, h) => $"{y:0000}-{m:00}-{d:00}T{h:00}:30"),
        Gen.Guid.Select(id => id.ToString()));

    private static Input Given(string json) => Input.Of((JsonObject)JsonNode.Parse(json)!);

    private static void AssertRefused(string kind, string json) => AssertRefusedBy(Readers[kind], json);

    private static void AssertRefusedBy(Func<Input, object?> reader, string json)
    {
        var input = Given(json);
        reader(input);
        Assert.True(input.Refusal is { Kind: RefusalKind.Invalid }, json);
        Assert.Equal(["x"], input.Refusal!.Errors!.Keys);
        Assert.Single(input.Refusal.Errors["x"]);
    }
}
