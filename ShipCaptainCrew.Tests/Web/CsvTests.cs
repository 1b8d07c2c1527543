using System.Text;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Tests.Web;

public sealed class CsvTests
{
    [Fact]
    public void CSV_has_a_byte_order_mark_CRLF_line_ends_and_quotes_if_needed()
    {
        var csv = Encoding.UTF8.GetString(
            Csv.Of([["name", "needs"], ["Ben \"Buddy\" Cole, Jr.", null], ["Mia", "two\nlines"]]));

        Assert.Equal("\uFEFFname,needs\r\n\"Ben \"\"Buddy\"\" Cole, Jr.\",\r\nMia,\"two\nlines\"\r\n", csv);
    }
}
