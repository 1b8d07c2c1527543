using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>What is removed from typed text because nobody can see it, and what is kept.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("\u200B")]
    [InlineData(" \u2060\uFEFF \u00AD")]
    [InlineData("\u3164")]
    [InlineData("\u2800\u115F")]
    [InlineData("\u202E\u2066")]
    [InlineData("\u200D\uFE0F")]
    [InlineData("\u0301")]
    [InlineData("\U000E0041")]
    public void Text_that_shows_nothing_is_empty(string text)
    {
        Assert.Equal("", TypedText.Line(text));
        Assert.Equal("", TypedText.Lines(text));
        var input = Input.Of(new() { ["name"] = text });
        Assert.Null(input.Text("name", required: "Enter a name."));
        Assert.Equal("Enter a name.", $"{input.Refusal!.FirstMessage}");
    }

    [Theory]
    [InlineData("  Ann \u00A0\u2009 Lee\u200B ", "Ann Lee")]
    [InlineData("A\u00ADnn\uFEFF", "Ann")]
    [InlineData("Ann \u202Eeel", "Ann eel")]
    [InlineData("Ann\u200DLee", "AnnLee")]
    [InlineData("Ann\u3000Lee", "Ann Lee")]
    public void A_line_loses_what_is_invisible_and_has_single_spaces(string typed, string expected) =>
        Assert.Equal(expected, TypedText.Line(typed));

    [Theory]
    [InlineData("👨\u200D👩\u200D👧 family")]
    [InlineData("❤\uFE0F\u200D🔥")]
    [InlineData("1\uFE0F\u20E3")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष")]
    [InlineData("José O’Brien-Łukasz")]
    [InlineData("e\u0301")]
    public void Emoji_and_joiners_that_scripts_need_are_kept(string text)
    {
        Assert.Equal(text, TypedText.Line(text));
        Assert.Equal(text, TypedText.Lines(text));
    }

    [Fact]
    public void Free_text_keeps_line_breaks_indentation_and_direction_marks() =>
        Assert.Equal("Nuts:\n  - none\t\u200Fשלום", TypedText.Lines("Nuts:\n  - none\t\u200Fש\u200Bלום\u00A0"));

    [Theory]
    [InlineData("mailto:ann@example.com", "ann@example.com")]
    [InlineData("\u200Bann@example.com\u00A0", "ann@example.com")]
    public void An_address_is_read_as_it_is_copied(string typed, string expected) =>
        Assert.Equal(expected, Input.Of(new() { ["email"] = typed }).Email("email"));

    [Theory]
    [InlineData("＋１ ６１９\u2011５５５\u22120100", "+1 619-555-0100")]
    [InlineData("٦١٩ ٥٥٥\u202C", "619 555")]
    public void A_phone_number_has_ASCII_digits(string typed, string expected) =>
        Assert.Equal(expected, Input.Of(new() { ["phone"] = typed }).Phone("phone"));

    [Fact]
    public void Dates_numbers_and_lists_are_cleaned_too()
    {
        var input = Input.Of(new()
        {
            ["date"] = "\u200E2026-07-04", ["guests"] = "12\u00A0", ["names"] = new JsonArray("Ann\u200B", "\u2060"),
        });

        Assert.Equal(new DateOnly(2026, 7, 4), input.Date("date", null));
        Assert.Equal(12, input.Whole("guests", null, 0, 99));
        Assert.Equal(["Ann"], input.Texts("names"));
        Assert.Null(input.Refusal);
    }

    [Fact]
    public void Cleaning_twice_changes_nothing()
    {
        var random = new Random(20260704);
        int[] alphabet =
            [' ', 'a', 'Z', 0xA0, 0xAD, 0x301, 0x200B, 0x200C, 0x200D, 0x200E, 0x202E, 0x2060, 0x3164, 0xFE0F, 0x915,
                0x1F468, 0x1F3F4, 0xE0067, 0x6CC, '\n', '\t'];
        for (var i = 0; i < 5000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12))
                .Select(_ => char.ConvertFromUtf32(alphabet[random.Next(alphabet.Length)])));
            foreach (var clean in new Func<string, string>[] { TypedText.Line, TypedText.Lines, TypedText.Phone })
                Assert.Equal(clean(text), clean(clean(text)));
        }
    }
}
