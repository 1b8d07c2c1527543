using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>The first and last accepted values, and what is said about others.</summary>
public sealed partial class InputTests
{
    [Theory]
    [InlineData("number", "0", "100", "-0.01", "100.01")]
    [InlineData("whole", "0", "100", "-1", "101")]
    [InlineData("date", "\"2000-01-01\"", "\"2099-12-31\"", "\"1999-12-31\"", "\"2100-01-01\"")]
    [InlineData("instant", "\"2000-01-01T00:00\"", "\"2099-12-31T23:59\"", "\"1999-12-31T23:59\"",
        "\"2100-01-01T00:00\"")]
    public void The_limits_themselves_are_accepted(string kind, string first, string last, string below, string above)
    {
        foreach (var json in new[] { first, last })
        {
            var input = Given($$"""{ "x": {{json}} }""");
            Assert.NotNull(Readers[kind](input));
            Assert.Null(input.Refusal);
        }

        foreach (var json in new[] { below, above }) AssertRefused(kind, $$"""{ "x": {{json}} }""");
    }

    [Theory]
    [InlineData("number", "100.01", "Enter a number from 0 to 100.")]
    [InlineData("number", "\"NaN\"", "Enter a number.")]
    [InlineData("whole", "101", "Enter a number from 0 to 100.")]
    [InlineData("flag", "1", "Enter true or false.")]
    [InlineData("date", "\"4 July\"", "Enter a date like 2026-07-04.")]
    [InlineData("date", "\"2100-01-01\"", "Enter a date from 2000-01-01 to 2099-12-31.")]
    [InlineData("clock", "\"4pm\"", "Enter a time like 16:30.")]
    [InlineData("id", "\"7\"", "Not found.")]
    [InlineData("choice", "\"cook\"", "Choose one of captain, first_mate, deckhand.")]
    [InlineData("zone", "\"PST\"", "Enter an IANA time zone like America/Los_Angeles.")]
    [InlineData("email", "\"kim\"", "Enter an email address like name@example.com.")]
    [InlineData("text", "5", "This should be text.")]
    [InlineData("text", "\"two\\nlines\"", "Keep this on one line, without control characters.")]
    [InlineData("text", "[]", "This should be a single value.")]
    [InlineData("text", "\"\\ud83d\"", "This has characters that cannot be shown.")]
    [InlineData("whole", "[]", "This should be a single value.")]
    public void A_refusal_says_what_to_enter(string kind, string json, string message)
    {
        var input = Given($$"""{ "x": {{json}} }""");

        Readers[kind](input);

        Assert.Equal(message, $"{input.Refusal!.FirstMessage}");
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("true", true)]
    [InlineData("\"on\"", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    public void A_flag_is_read_from_JSON_and_from_a_form(string json, bool value)
    {
        Assert.Equal(value, Given($$"""{ "x": {{json}} }""").Flag("x", !value));
        Assert.True(Given("""{ "x": null }""").Flag("x", false, whenCleared: true));
    }

    [Theory]
    [InlineData("a@b.example", true)]
    [InlineData("a;b@c.example", false)]
    [InlineData("a,b@c.example", false)]
    [InlineData("a>b@c.example", false)]
    [InlineData("a<b@c.example", false)]
    [InlineData("a\u007fb@c.example", false)]
    [InlineData("\"a b\"@c.example", false)]
    [InlineData("\"a<b\"@c.example", false)]
    [InlineData("\"a>b\"@c.example", false)]
    [InlineData("\"a,b\"@c.example", false)]
    [InlineData("\"a;b\"@c.example", false)]
    [InlineData("\"a\u007fb\"@c.example", false)]
    [InlineData("\"a:b\"@c.example", true)]
    [InlineData("\"a@b.example\"@c.example", false)]
    [InlineData("a@b.example?bcc=x", false)]
    [InlineData("a@bücher.example", true)]
    public void An_address_has_no_characters_that_separate_or_wrap_addresses(string address, bool isValid)
    {
        var input = Input.Of(new() { ["x"] = address });

        Assert.Equal((isValid ? address : null, isValid), (input.Email("x"), input.Refusal is null));
    }

    [Fact]
    public void A_time_zone_is_kept_as_its_name_is_written()
    {
        // A zone that was looked up before is found whatever its letter case.
        Assert.Equal("America/Los_Angeles", Given("""{ "x": "America/Los_Angeles" }""").TimeZone("x", null));

        Assert.NotEqual("america/los_angeles", Given("""{ "x": "america/los_angeles" }""").TimeZone("x", null));
    }

    [Fact]
    public void A_time_of_day_may_have_seconds() =>
        Assert.Equal(new(16, 30, 15), Given("""{ "x": "16:30:15" }""").Clock("x", null));

    [Fact]
    public void An_address_has_at_most_254_characters()
    {
        var longest = $"a@{string.Concat(Enumerable.Repeat("b.", 124))}com1";

        Assert.Equal((254, longest), (longest.Length, Input.Of(new() { ["x"] = longest }).Email("x")));
        Assert.Null(Input.Of(new() { ["x"] = $"{longest}2" }).Email("x"));
    }

    [Fact]
    public void Several_lines_may_have_tabs_but_no_other_control_characters()
    {
        Assert.Equal("a\n\tb", Input.Of(new() { ["x"] = "a\r\n\tb" }).Text("x", max: InputLimits.Text));

        var input = Input.Of(new() { ["x"] = "a\u0007b" });
        Assert.Null(input.Text("x", max: InputLimits.Text));
        Assert.Equal("This has characters that cannot be shown.", $"{input.Refusal!.FirstMessage}");
    }
}
