using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>Names and other texts.</summary>
public sealed partial class InputTests
{
    [Theory]
    [InlineData("😀")]
    [InlineData("م")]
    [InlineData("é")]
    [InlineData("x")]
    public void A_name_has_at_most_120_characters_of_any_script(string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, InputLimits.Name));

        Assert.Equal(longest, Input.Of(new() { ["x"] = longest }).Text("x"));
        AssertRefused("text", new JsonObject { ["x"] = longest + character }.ToJsonString());
    }

    [Fact]
    public void Each_line_end_of_a_long_text_counts_as_one_character()
    {
        var typed = string.Concat(Enumerable.Repeat("a\r\n", InputLimits.Text / 2 - 1)) + "ab";

        Assert.Equal(typed.Replace("\r", "", StringComparison.Ordinal),
            Input.Of(new() { ["x"] = typed }).Text("x", max: InputLimits.Text));
    }

    [Fact]
    public void Text_in_any_script_is_kept_unchanged()
    {
        const string name = "<script>alert(1)</script> קיץ 👩‍👩‍👧 Zoë 'Robert'); DROP TABLE";

        Assert.Equal(name, Input.Of(new() { ["x"] = $"  {name}\n" }).Text("x"));
    }
}
