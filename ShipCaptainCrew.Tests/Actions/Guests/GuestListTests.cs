using System.Text;
using ShipCaptainCrew.Actions.Guests;

namespace ShipCaptainCrew.Tests.Actions.Guests;

/// <summary>Reading imported guest lists.</summary>
public sealed partial class GuestListTests
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData("name,email,phone,minor,guardian_name,needs\nBen Cole,ben@example.com,+1 619 555 0101,no,,nuts\n")]
    [InlineData("needs;guardian_name;minor;phone;email;name\r\nnuts;;no;+1 619 555 0101;ben@example.com;Ben Cole\r\n")]
    [InlineData("Full name,E-mail,Phone,Guardian,Needs\nBen Cole,ben@example.com,+1 619 555 0101,,nuts\n")]
    [InlineData("Name\tE-Mail\tPhone\tNeeds\nBen Cole\tben@example.com\t+1 619 555 0101\tnuts")]
    [InlineData("\uFEFFname,email,phone,needs\n\n\"Ben Cole\",ben@example.com,'+1 619 555 0101,nuts\n,,,\n")]
    public void Columns_may_be_in_any_order_with_any_separator(string text)
    {
        var list = GuestList.Read(text, []);

        Assert.Null(list.Refusal);
        var ben = Assert.Single(list.Good);
        Assert.Equal(("Ben Cole", "ben@example.com", "+1 619 555 0101", false, "nuts"),
            (ben.Name, ben.Email, ben.Phone, ben.IsMinor, ben.Needs));
        Assert.Empty(list.Bad);
    }

    [Theory]
    [InlineData("Mia,,,yes,Ben Cole,", null)]
    [InlineData("Mia,,,x,,", null)]
    [InlineData("Mia,,,perhaps,,", "Write yes or no, true or false, 1 or 0 under “minor”.")]
    [InlineData(",mia@example.com,,,,", "Enter the guest's name.")]
    [InlineData("Mia,not an address,,,,", "Enter an e-mail address like name@example.com.")]
    [InlineData("ben  cole,,,,,", "Somebody of this name is on the list already.")]
    [InlineData("Tom Reyes,,,,,", "Somebody of this name is on the list already.")]
    [InlineData("Mia,,,,,,,", "This row has 8 fields; the first row names 6.")]
    [InlineData("Mia\u0007,,,,,", "Keep this on one line, without control characters.")]
    public void Each_row_is_valid_or_has_a_reason(string row, string? why)
    {
        var list = GuestList.Read($"name,email,phone,minor,guardian_name,needs\nBen Cole,,,,,\n{row}\n", ["Tom Reyes"]);

        Assert.Null(list.Refusal);
        var line = list.Lines[1];
        Assert.Equal((3, why), (line.Line, line.Why?.ToString()));
        Assert.Equal(why is null, line.Details is not null);
    }

    [Theory]
    [InlineData("", "There is nothing in this list.")]
    [InlineData("name,email\n", "There is no guest in this list.")]
    [InlineData(
        "email,phone\na@example.com,1\n", "The first row must name the columns, and one of them must be “name”.")]
    [InlineData("name,name\nBen,Cole\n", "There are two columns “name”.")]
    [InlineData("Ben Cole\nMia Cole\n", "The first row must name the columns, and one of them must be “name”.")]
    public void A_list_without_valid_columns_or_guests_is_refused(string text, string why) =>
        Assert.Equal(why, GuestList.Read(text, []).Refusal?.FirstMessage.ToString());

    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark", "utf-16BE", "windows-1252"];
}
