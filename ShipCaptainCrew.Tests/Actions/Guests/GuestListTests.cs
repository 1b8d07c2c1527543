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
    [InlineData("Name|Email|Phone|Needs\nBen Cole|ben@example.com|=\"+1 619 555 0101\"|nuts")]
    [InlineData("\uFEFFname,email,phone,needs\n\n\"Ben Cole\",ben@example.com,'+1 619 555 0101,nuts\n,,,\n")]
    public void Columns_may_be_in_any_order_with_any_separator(string text)
    {
        var list = GuestList.Read(text);

        Assert.Null(list.Refusal);
        var ben = Assert.Single(list.Clear).Details!;
        Assert.Equal(("Ben Cole", "ben@example.com", "+1 619 555 0101", false, "nuts"),
            (ben.Name, ben.Email, ben.Phone, ben.IsMinor, ben.Needs));
        Assert.Empty(list.Bad);
    }

    [Theory]
    [InlineData("Mia,,,yes,Ben Cole,")]
    [InlineData("Mia,,,x,,")]
    [InlineData("Mia,,,Child (under 18),,")]
    [InlineData("Mia,,,Adult (18+),,")]
    public void A_row_that_can_be_read_raises_no_question(string row) => Assert.True(Second(row).IsClear);

    [Theory]
    [InlineData("Mia,,,perhaps,,", "“perhaps”: is this an adult? A child must be marked as a minor.", true)]
    [InlineData("Mia,,,Adult (13+),,", "“Adult (13+)”: is this an adult? A child must be marked as a minor.", true)]
    [InlineData("Mia,,,Youth 18-25,,", "“Youth 18-25”: is this an adult? A child must be marked as a minor.", true)]
    [InlineData("Mia <mia@example.com>,,,,,", "Is this a guest?", false)]
    [InlineData("Mia,,6195550100.0,,,", "“6195550100.0” is damaged and is left out.", true)]
    [InlineData("Mia,nowhere,,,,", "“nowhere” is left out: Enter an email address like name@example.com.", true)]
    [InlineData("ben  cole,,,,,", "Somebody with this name is already on the list.", false)]
    [InlineData("Tom Reyes,,,,,", "Somebody with this name is already on the list.", false)]
    [InlineData("Tom Reyes,other@example.com,,,,", "Somebody with this name is already on the list.", true)]
    [InlineData("Tom R.,,,,,", "Is this a different person from Tom Reyes?", true)]
    [InlineData("Mia,,,,,,,x", "This row has 8 fields; the first row has 6. The rest is left out.", true)]
    public void A_row_that_is_not_clear_is_asked_about(string row, string question, bool isSuggested)
    {
        var line = Second(row);

        Assert.Equal((question, isSuggested), ($"{Assert.Single(line.Questions)}", line.IsSuggested));
    }

    [Theory]
    [InlineData(",mia@example.com,,,,", "Enter the guest's name.")]
    [InlineData("Mia\u0007,,,,,", "Keep this on one line, without control characters.")]
    [InlineData("#REF!,,,,,", "The name is damaged. Correct it in the list below.")]
    public void A_row_without_a_readable_name_is_not_added(string row, string why) =>
        Assert.Equal(why, $"{Second(row).Why}");

    [Theory]
    [InlineData("", "This list is empty.")]
    [InlineData("name,email\n", "This list has no guests.")]
    [InlineData("email,phone\na@example.com,1\n", "Choose which column has the guests' names.")]
    public void A_list_without_names_or_guests_is_refused(string text, string why) =>
        Assert.Equal(why, GuestList.Read(text).Refusal?.FirstMessage.ToString());

    [Fact]
    public void A_person_says_what_the_columns_hold()
    {
        const string text = "who,how to reach\nBen Cole,ben@example.com\n";

        var guessed = GuestList.Read(text);
        var said = GuestList.Read(text, [GuestColumn.Name, GuestColumn.Email]);

        Assert.Equal(2, guessed.Columns.Count);
        Assert.Contains(said.Lines, line => line.Details is { Name: "Ben Cole", Email: "ben@example.com" });
    }

    [Fact]
    public void Of_the_rows_with_questions_only_the_chosen_are_added()
    {
        var list = GuestList.Read("name,email\nBen Cole,\nMia Cole,nope\nTom Reyes,nope\n");

        Assert.Equal(["Ben Cole"], list.Chosen(new HashSet<int>()).Select(guest => guest.Name));
        Assert.Equal(
            ["Ben Cole", "Tom Reyes"], list.Chosen(new HashSet<int> { 2, 4 }).Select(guest => guest.Name));
    }

    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark", "utf-16BE", "windows-1252"];

    private static GuestLine Second(string row) => GuestList.Read(
        $"name,email,phone,minor,guardian_name,needs\nBen Cole,,,,,\n{row}\n")
        .Against([new("Tom Reyes", "tom@example.com")]).Lines[1];
}
