using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

public sealed class SpreadsheetFormulasTests
{
    public static TheoryData<string> Formulas =>
    [
        "=1+1", "+1 619 555 0100", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠x",
        " =1+1", "=HYPERLINK(\"http://x\",\"y\")",
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_is_escaped_and_unescaped_to_the_same_text(string text)
    {
        Assert.Equal($"'{text}", SpreadsheetFormulas.Safe(text));
        Assert.Equal(text, SpreadsheetFormulas.Bare(SpreadsheetFormulas.Safe(text)));
    }

    [Theory]
    [InlineData("Ben Cole")]
    [InlineData("O'Hara")]
    [InlineData("'t Hooft")]
    [InlineData("")]
    [InlineData("a=b")]
    public void Other_text_is_unchanged(string text) =>
        Assert.Equal((text, text), (SpreadsheetFormulas.Safe(text), SpreadsheetFormulas.Bare(text)));

    [Fact]
    public void A_missing_text_is_an_empty_cell() => Assert.Equal("", SpreadsheetFormulas.Safe(null));
}
