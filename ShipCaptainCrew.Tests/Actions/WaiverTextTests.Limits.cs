using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Actions;

public sealed partial class WaiverTextTests
{
    [Theory]
    [InlineData("> ", 15, 16)]
    [InlineData("- ", 15, 16)]
    [InlineData("1. ", 15, 16)]
    [InlineData("[a] ", 200, 201)]
    [InlineData("_a ", 400, 401)]
    [InlineData("{{name}}\n\n", 200, 201)]
    [InlineData("a\n\n", 2_500 - 4, 2_500)]
    public void Markdown_is_refused_beyond_its_limits(string unit, int most, int tooMany)
    {
        Assert.Null(Error(unit, most, "a"));
        Assert.NotNull(Error(unit, tooMany, "a"));
    }

    [Theory]
    [InlineData("<div>", 40, 41)]
    [InlineData("<p>", 2_500 - 3, 2_500)]
    [InlineData("<div></div>", 2_500 - 3, 2_501)]
    [InlineData("<p><b>", 40, 81)]
    public void HTML_is_refused_beyond_its_limits(string unit, int most, int tooMany)
    {
        Assert.Null(Error(unit, most, "a"));
        Assert.NotNull(Error(unit, tooMany, "a"));
    }

    /// <summary>Each paragraph gets a copy of every tag that is not closed before it.</summary>
    [Fact]
    public void Copies_of_unclosed_tags_count_as_elements()
    {
        const string Unclosed = "<p><b><big><code><em><font><i><s><small><strike><strong><tt><u>";

        Assert.Null(Error("<p>a", 1_000, ""));
        Assert.Contains("too many elements", $"{WaiverHtml.Of(Unclosed + Repeat("<p>a", 1_000)).Error}",
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 180)]
    [InlineData(180, 10)]
    public void A_table_has_at_most_2000_cells_counting_those_added_to_short_rows(int columns, int rows)
    {
        Assert.Null(Table(columns, rows));
        Assert.Contains("too many cells", $"{Table(columns, 2 * rows)}", StringComparison.Ordinal);

        static LocalizedText? Table(int columns, int rows) =>
            WaiverHtml.Of($"{Repeat("|a", columns)}\n{Repeat("|-", columns)}\n{Repeat("|a\n", rows - 2)}").Error;
    }

    [Fact]
    public void Marks_are_counted_for_each_paragraph_heading_and_list_item()
    {
        var bold = Repeat("**a** ", 150);

        string[] separate = ["\n\n", "\n# ", "\n- ", "\n* ", "\n\n1. ", "\n2. "];
        Assert.Null(WaiverHtml.Of(bold + string.Concat(separate.Select(start => start + bold))).Error);
        Assert.NotNull(WaiverHtml.Of($"{bold}\n{bold}").Error);
        Assert.NotNull(WaiverHtml.Of($"{bold}\n2. {bold}").Error);
        Assert.NotNull(WaiverHtml.Of($"- {bold}\n      - {bold}").Error);
    }

    [Fact]
    public void Lines_to_fill_in_count_as_few_marks() =>
        Assert.Null(WaiverHtml.Of(Repeat("Name: ____________________  Date: ____________\n", 60)).Error);

    private static LocalizedText? Error(string unit, int times, string end) =>
        WaiverHtml.Of(Repeat(unit, times) + end).Error;

    private static string Repeat(string unit, int times) => string.Concat(Enumerable.Repeat(unit, times));
}
