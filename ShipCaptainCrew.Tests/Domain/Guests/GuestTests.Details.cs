using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>The details of a guest.</summary>
public sealed partial class GuestTests
{
    [Fact]
    public void A_change_is_logged_with_its_fields_and_an_unchanged_guest_is_not()
    {
        var details = new GuestDetails
        {
            Name = "Mia",
            Email = "mia@example.com",
            Phone = "619",
            IsMinor = true,
            GuardianName = "Petra",
            Needs = "Nuts",
        };
        var guest = new Guest(Guid.CreateVersion7(), Charter, details, GuestSource.Office, Office);
        guest.TakeEvents();

        guest.Change(details with { });
        Assert.False(guest.HasEvents);
        guest.Change(details with { Phone = null });
        guest.ForgetNeeds();
        guest.ForgetNeeds();
        guest.Remove();

        Assert.Equal(details with { Phone = null, Needs = null }, guest.Details);
        var events = guest.TakeEvents();
        Assert.Equal(["phone"], ((GuestChanged)events[0]).Fields);
        Assert.Equal(["needs"], ((GuestChanged)events[1]).Fields);
        Assert.Equal([new GuestRemoved(Charter, guest.Id)], events.Skip(2));
    }

    [Fact]
    public void The_details_of_a_guest_are_read_and_only_a_minor_has_a_guardian()
    {
        var (minor, refusal) = Read("""
            { "name": "Mia", "email": "mia@example.com", "phone": "619", "minor": true, "guardian_name": "Petra",
              "needs": "Nuts\nFish" }
            """);

        Assert.Null(refusal);
        Assert.Equal(
            new()
            {
                Name = "Mia",
                Email = "mia@example.com",
                Phone = "619",
                IsMinor = true,
                GuardianName = "Petra",
                Needs = "Nuts\nFish",
            },
            minor);
        Assert.Equal((minor, null), Read("{}", minor));
        Assert.Equal(
            minor with { IsMinor = false, GuardianName = null }, Read("""{ "minor": false }""", minor).Details);
        Assert.False(Read("{}").Details.IsMinor);
        Assert.Equal("Enter the guest's name.", $"{Read("{}").Refusal!.FirstMessage}");
        var party = Input.Empty();
        GuestDetails.Read(party, nameMissing: "Enter your name.");
        Assert.Equal("Enter your name.", $"{party.Refusal!.FirstMessage}");
        Assert.Equal(["phone"], Read($$"""{ "phone": "{{new string('1', 41)}}" }""", minor).Refusal!.Errors!.Keys);
    }

    [Theory]
    [InlineData(CharterStatus.Returned, true)]
    [InlineData(CharterStatus.Closed, false)]
    [InlineData(CharterStatus.Cancelled, false)]
    public void Special_needs_are_shown_until_the_charter_is_over(CharterStatus status, bool isShown) =>
        Assert.Equal(isShown, GuestDetails.ShowsNeeds(UtcCharter.In(status)));

    private static (GuestDetails Details, Refusal? Refusal) Read(string json, GuestDetails? current = null)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        return (GuestDetails.Read(input, current), input.Refusal);
    }
}
