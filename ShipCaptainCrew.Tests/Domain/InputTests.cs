using System.Text.Json.Nodes;
using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain;

public sealed class InputTests
{
    private static readonly TimeZoneInfo SanDiego = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    private static readonly DateTimeOffset Then = new(2026, 7, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Someone = Guid.CreateVersion7();

    /// <summary>Every reader of a single value, reading the field <c>x</c> that so far held something.</summary>
    private static readonly Dictionary<string, Func<Input, object?>> Readers = new()
    {
        ["text"] = input => input.Text("x", "before"),
        ["email"] = input => input.Email("x", "a@b.example"),
        ["whole"] = input => input.Whole("x", 7, 0, 100),
        ["number"] = input => input.Number("x", 7, 0, 100),
        ["flag"] = input => input.Flag("x", true),
        ["date"] = input => input.Date("x", new(2026, 7, 4)),
        ["clock"] = input => input.Clock("x", new(16, 30)),
        ["id"] = input => input.Id("x", Someone),
        ["choice"] = input => input.Choice<CrewRole>("x", CrewRole.Deckhand),
        ["zone"] = input => input.TimeZone("x", "UTC"),
        ["instant"] = input => input.Instant("x", Then, SanDiego, null),
    };

    public static TheoryData<string> Kinds => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_field_that_is_not_given_keeps_its_value(string kind)
    {
        var input = Given("{}");

        Assert.Equal(Readers[kind](Given("""{ "y": 1 }""")), Readers[kind](input));
        Assert.NotNull(Readers[kind](input));
        Assert.Null(input.Refusal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Null_and_nothing_but_spaces_clear_a_field_and_take_a_yes_or_no_back_to_its_usual_answer(string kind)
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
    public void A_list_or_a_group_where_one_value_is_wanted_is_refused_beside_the_field(string kind)
    {
        foreach (var json in new[] {
            "[]", "{}", "[1]", "[true]", """["2026-07-04"]""", "[[[]]]", """{ "x": 1 }""", """["a","b"]""" })
            Refused(kind, $$"""{ "x": {{json}} }""");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Half_a_character_is_refused_beside_the_field(string kind)
    {
        foreach (var half in new[] { """\ud83d""", """\udc00""", """a\udc00b""", """\udc00\ud83d""" })
            Refused(kind, $$"""{ "x": "{{half}}" }""");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_is_given_is_read_or_refused_and_never_breaks(string kind) => Anything.Sample(text =>
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
    public void A_whole_number_is_read_from_a_number_or_from_what_was_typed(string json, int number) =>
        Assert.Equal(number, Given($$"""{ "x": {{json}} }""").Whole("x", null, 0, 100));

    [Theory]
    [InlineData("whole", "101", "-1", "1.5", "1e999", "true", "\"12,5\"", "99999999999999999999", "\"0x1\"", "\"١٢\"")]
    [InlineData("number", "100.1", "-0.1", "1e999", "-1e999", "\"NaN\"", "\"Infinity\"", "\"1,5\"", "false", "\"12°\"")]
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
    public void What_cannot_be_is_refused_beside_the_field(string kind, params string[] jsons) =>
        Assert.All(jsons, json => Refused(kind, $$"""{ "x": {{json}} }"""));

    [Theory]
    [InlineData("😀")]
    [InlineData("م")]
    [InlineData("é")]
    [InlineData("x")]
    public void A_name_holds_120_characters_of_any_script_and_not_one_more(string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, InputLimits.Name));

        Assert.Equal(longest, Input.Of(new() { ["x"] = longest }).Text("x"));
        Refused("text", new JsonObject { ["x"] = longest + character }.ToJsonString());
    }

    [Fact]
    public void A_text_of_several_lines_counts_each_line_end_once()
    {
        var typed = string.Concat(Enumerable.Repeat("a\r\n", InputLimits.Text / 2 - 1)) + "ab";

        Assert.Equal(typed.Replace("\r", "", StringComparison.Ordinal),
            Input.Of(new() { ["x"] = typed }).Text("x", max: InputLimits.Text));
    }

    [Fact]
    public void What_was_typed_in_any_script_is_kept_as_it_was()
    {
        const string name = "<script>alert(1)</script> ‮קיץ‬ 👩‍👩‍👧 Zoë 'Robert'); DROP TABLE";

        Assert.Equal(name, Input.Of(new() { ["x"] = $"  {name}\n" }).Text("x"));
    }

    [Fact]
    public void A_required_field_is_asked_for_once_and_in_its_own_words()
    {
        foreach (var json in new[] { "{}", """{ "x": null }""", """{ "x": "  " }""" })
        {
            var input = Given(json);
            input.Text("x", required: "Enter a name.");
            Assert.Equal("Enter a name.", Assert.Single(input.Refusal!.Errors!["x"]).Text);
        }

        var wrong = Given("""{ "x": "x" }""");
        wrong.Whole("x", null, 0, 9, required: "Enter a number of guests.");
        Assert.Equal("Enter a whole number.", Assert.Single(wrong.Refusal!.Errors!["x"]).Text);
    }

    [Fact]
    public void Each_bad_field_is_told_under_its_full_name_in_the_order_of_reading()
    {
        var input =
            Given(
                """{ "port": { "latitude": 91 }, "crew": [{ "role": "cook" }, 5, { "role": "captain" }], "list": 3 }""");

        input.Part("port").Number("latitude", null, -90, 90);
        foreach (var line in input.Parts("crew")!) line.Choice<CrewRole>("role", null, required: "Choose a role.");
        Assert.Empty(input.Parts("list")!);

        Assert.Equal(["port.latitude", "crew[1]", "crew[0].role", "crew[1].role", "list"], input.Refusal!.Errors!.Keys);
    }

    [Fact]
    public void Lists_are_taken_up_to_200_and_read_as_one_where_a_form_had_one()
    {
        Assert.Equal([CrewRole.Captain, CrewRole.Deckhand],
            Given("""{ "x": ["deckhand", "captain", "deckhand"] }""").Choices<CrewRole>("x"));
        Assert.Equal([CrewRole.Captain], Given("""{ "x": "captain" }""").Choices<CrewRole>("x"));
        Assert.Equal([], Given("""{ "x": null }""").Choices<CrewRole>("x"));
        Assert.Null(Given("{}").Ids("x"));
        Assert.Equal([Someone, Guid.Empty], Given($$"""{ "x": ["{{Someone}}", "no id"] }""").Ids("x"));
        RefusedBy(input => input.Ids("x"), """{ "x": [["nested"]] }""");
        RefusedBy(
            input => input.Ids("x"), $$"""{ "x": [{{string.Join(',', Enumerable.Repeat($"\"{Someone}\"", 201))}}] }""");
        RefusedBy(input => input.Parts("x"), $$"""{ "x": [{{string.Join(',', Enumerable.Repeat("{}", 201))}}] }""");
    }

    [Fact]
    public void What_could_not_be_read_at_all_is_told_before_any_field()
    {
        var input = Input.Unreadable(new(RefusalKind.Malformed, "not_json", "This is not a JSON object."));

        input.Text("x", required: "Enter a name.");
        input.Part("y").Text("z", required: "Enter another.");

        Assert.Equal("not_json", input.Refusal!.Code);
    }

    /// <summary>
    /// Text of all kinds: words, near misses of what readers take, and whatever characters there are.
    /// </summary>
    private static readonly Gen<string> Anything = Gen.OneOf<string>(
        Gen.String[Gen.Char, 0, 300],
        Gen.OneOf("2026-07-04", "0001-01-01", "9999-12-31", "0001-01-01T00:00", "9999-12-31T23:59",
            "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00+14:00", "2026-03-08T02:30", "2026-11-01T01:30"),
        Gen.Double.Select(number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[-1, 10000], Gen.Int[-1, 13], Gen.Int[-1, 32], Gen.Int[-1, 25])
            .Select((y, m, d, h) => $"{y:0000}-{m:00}-{d:00}T{h:00}:30"),
        Gen.Guid.Select(id => id.ToString()));

    private static Input Given(string json) => Input.Of((JsonObject)JsonNode.Parse(json)!);

    private static void Refused(string kind, string json) => RefusedBy(Readers[kind], json);

    private static void RefusedBy(Func<Input, object?> reader, string json)
    {
        var input = Given(json);
        reader(input);
        Assert.True(input.Refusal is { Kind: RefusalKind.Invalid }, json);
        Assert.Equal(["x"], input.Refusal!.Errors!.Keys);
        Assert.Single(input.Refusal.Errors["x"]);
    }
}
