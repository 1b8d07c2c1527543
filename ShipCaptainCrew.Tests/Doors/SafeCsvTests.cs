using System.Text;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Tests.Doors;

public sealed class SafeCsvTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM", "\"'@SUM\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\nx", "\"'\nx\"")]
    [InlineData("\0x", "\"'\0x\"")]
    [InlineData("＝x", "\"'＝x\"")]
    [InlineData("He said \"ahoy\", twice", "\"He said \"\"ahoy\"\", twice\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void No_cell_is_a_formula_and_none_breaks_out_of_its_quotes(string? cell, string written) =>
        Assert.Equal($"\uFEFF{written},\"x\"\r\n", Encoding.UTF8.GetString(new SafeCsv().Row(cell, "x").ToBytes()));
}
