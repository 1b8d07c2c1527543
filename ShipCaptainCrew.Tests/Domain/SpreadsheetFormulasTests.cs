using System.Text;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Tests.Domain;

public sealed class SpreadsheetFormulasTests
{
    public static TheoryData<string> Risky =>
        ["=1+1", "+1 619 555 0100", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠x", " =1+1",
            "=HYPERLINK(\"http://x\",\"y\")"];

    [Theory]
    [MemberData(nameof(Risky))]
    public void What_a_spreadsheet_would_reckon_is_made_text_and_comes_back_as_it_was(string text)
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
    public void All_else_is_left_alone(string text) =>
        Assert.Equal((text, text), (SpreadsheetFormulas.Safe(text), SpreadsheetFormulas.Bare(text)));

    [Fact]
    public void Rows_leave_with_a_mark_crlf_and_quotes_where_they_must()
    {
        var csv =
            Encoding.UTF8.GetString(
                Csv.Of([["name", "needs"], ["Ben \"Buddy\" Cole, Jr.", null], ["Mia", "two\nlines"]]));

        Assert.Equal("\uFEFFname,needs\r\n\"Ben \"\"Buddy\"\" Cole, Jr.\",\r\nMia,\"two\nlines\"\r\n", csv);
    }
}
