using System.Text;
using ShipCaptainCrew.Actions.Guests;

namespace ShipCaptainCrew.Tests.Actions.Guests;

public sealed partial class GuestListTests
{
    [Fact]
    public void An_unknown_column_is_reported_and_not_read()
    {
        var list = GuestList.Read("name,shoe size\nBen Cole,44\n");

        Assert.Equal(["name", "shoe size"], list.Headings);
        Assert.Equal([GuestColumn.Name, GuestColumn.Ignored], list.Columns);
        Assert.Single(list.Clear);
    }

    [Theory]
    [InlineData("Customer email address", GuestColumn.Email)]
    [InlineData("Participant_Phone_Number", GuestColumn.Phone)]
    [InlineData("Phone #:", GuestColumn.Phone)]
    [InlineData("E-mail (required)", GuestColumn.Email)]
    [InlineData("Teléfono del pasajero", GuestColumn.Phone)]
    [InlineData("Customer number", GuestColumn.Ignored)]
    public void A_heading_is_recognized_with_its_additions(string heading, GuestColumn column) =>
        Assert.Equal([GuestColumn.Name, column], GuestList.Read($"Name:,{heading}\nBen Cole,1\n").Columns);

    [Theory]
    [InlineData("Guests,Customer Name", "4,Ana Ruiz", "Ana Ruiz")]
    [InlineData("Customer Name,Guest Name", "Ana Ruiz,Ben Cole", "Ben Cole")]
    [InlineData("Contact Name,First Name,Last Name", "Ana Ruiz,Ben,Cole", "Ben Cole")]
    public void The_name_is_that_of_the_guest(string headings, string row, string name) =>
        Assert.Equal(name, Assert.Single(GuestList.Read($"{headings}\n{row}\n").Clear).Name);

    [Fact]
    public void At_most_200_guests_are_read_at_once()
    {
        Assert.Equal(200, GuestList.Read("name\n" + Names(200)).Clear.Count());
        Assert.Equal("You can add at most 200 guests at once.",
            GuestList.Read("name\n" + Names(201)).Refusal?.FirstMessage.ToString());

        static string Names(int count) =>
            string.Join('\n', Enumerable.Range(1, count).Select(number => $"Guest {number}"));
    }

    [Fact]
    public void Empty_columns_at_the_end_are_left_out_and_at_most_200_columns_are_read()
    {
        var list = GuestList.Read($"name{new string(',', 500)}\nBen Cole{new string(',', 500)}\n");
        Assert.Equal("name", Assert.Single(list.Headings));
        Assert.True(Assert.Single(list.Lines).IsClear);

        Assert.Equal("At most 200 columns are taken at once.",
            GuestList.Read($"name{new string(',', 200)}x\nBen Cole\n").Refusal?.FirstMessage.ToString());
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_common_spreadsheet_encoding_is_decoded(string encoding)
    {
        const string text = "name;needs\r\nJosé Müller;nuts\r\n";
        byte[] bytes = encoding switch
        {
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16 without mark" => Encoding.Unicode.GetBytes(text),
            "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "windows-1252" => Western.GetBytes(text),
            _ => Encoding.UTF8.GetBytes(text),
        };

        Assert.Equal("José Müller", Assert.Single(GuestList.Read(GuestTable.Decode(bytes)).Clear).Name);
    }
}
