using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Domain.Operators;

/// <summary>Reading and changing the details of an operator.</summary>
public sealed class OperatorDetailsTests
{
    private static readonly OperatorDetails Queen =
        new("Queen of San Diego", "America/Los_Angeles", new("Shelter Island", 32.7157, -117.2264), null, null);

    [Fact]
    public void All_fields_are_read_and_those_that_are_not_sent_keep_their_values()
    {
        var read = Read("""
            { "name": "Queen of the Harbor", "time_zone": "America/Tijuana", "sender_name": "The Queen",
              "locale": "en-gb", "reply_to": "office@queen.example", "home_port": { "name": "Harbor Island" } }
            """);

        Assert.Equal(
            new("Queen of the Harbor", "America/Tijuana", Queen.HomePort with { Name = "Harbor Island" }, "The Queen",
                "office@queen.example", "en-GB"),
            read);
        Assert.Equal(Queen, Read("{}"));
    }

    [Theory]
    [InlineData("""{ "name": " " }""", "name", "Enter the operator's name.")]
    [InlineData("""{ "time_zone": "America/Atlantis" }""", "time_zone",
        "Enter an IANA time zone like America/Los_Angeles.")]
    [InlineData("""{ "home_port": { "latitude": 91 } }""", "home_port.latitude", "Enter a number from -90 to 90.")]
    [InlineData("""{ "home_port": { "name": null, "latitude": null, "longitude": null } }""", "home_port.name",
        "Enter the port's name.")]
    [InlineData("""{ "sender_name": "Queen\nBcc: max@elsewhere.example" }""", "sender_name",
        "Keep this on one line, without control characters.")]
    [InlineData("""{ "sender_name": "Queen <max@elsewhere.example>" }""", "sender_name",
        "Enter a name only; replies go to the address below.")]
    [InlineData("""{ "locale": "English" }""", "locale", "Enter a locale like en-US or en-GB.")]
    [InlineData("""{ "reply_to": "a@queen.example, b@queen.example" }""", "reply_to",
        "Enter an email address like name@example.com.")]
    public void What_does_not_fit_is_said_at_its_field(string json, string field, string message) =>
        Assert.Equal(message, $"{Assert.Single(Errors(json)[field])}");

    [Fact]
    public void A_form_asks_once_about_a_time_zone_that_does_not_fit_the_port()
    {
        var asked = Errors("""{ "time_zone": "America/New_York", "time_zone_confirmed": "false" }""")["time_zone"];

        Assert.Contains("America/Tijuana", $"{Assert.Single(asked)}", StringComparison.Ordinal);
        Assert.Equal("America/New_York",
            Read("""{ "time_zone": "America/New_York", "time_zone_confirmed": "true" }""").TimeZone);
        Assert.Equal("America/New_York", Read("""{ "time_zone": "America/New_York" }""").TimeZone);
        Assert.Equal(Queen, Read("""{ "time_zone_confirmed": "false" }"""));
    }

    [Fact]
    public void A_new_name_is_logged_with_the_old_one_and_other_changes_with_their_fields()
    {
        var queen = new Operator(Queen.Name, "queen", Queen.TimeZone, Queen.HomePort);

        queen.Change(Queen);
        Assert.False(queen.HasEvents);
        queen.Change(Queen with { Name = "Queen of the Harbor", SenderName = "The Queen" });

        Assert.Equal("Queen of the Harbor", queen.Name);
        var events = queen.TakeEvents().ToList();
        Assert.Equal(new OperatorRenamed(queen.Id, Queen.Name, "Queen of the Harbor"), events[0]);
        Assert.Equal(["sender_name"], Assert.IsType<ReferenceDataRecorded>(events[1]).Fields);
    }

    private static OperatorDetails Read(string json)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        var details = OperatorDetails.Read(input, Queen);
        Assert.Null(input.Refusal);
        return details;
    }

    private static IReadOnlyDictionary<string, List<LocalizedText>> Errors(string json)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        OperatorDetails.Read(input, Queen);
        return input.Refusal!.Errors!;
    }
}
