using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Crew;

/// <summary>Reading what the office enters about a member.</summary>
public sealed class MemberDetailsTests
{
    private static readonly MemberDetails Sam = new()
    {
        Name = "Sam",
        Email = "sam@example.com",
        Phone = "619 555 0100",
        Role = MemberRole.Dispatcher,
        Qualifications = [CrewRole.Deckhand],
        Suspended = true,
    };

    [Fact]
    public void All_fields_of_a_new_member_are_read()
    {
        var (details, refusal) = Read("""
            { "name": "Sam", "email": "sam@example.com", "phone": "619 555 0100", "role": "dispatcher",
              "qualifications": ["deckhand"], "status": "suspended" }
            """);

        Assert.Null(refusal);
        Assert.Equal(Sam with { Suspended = false, Qualifications = [] }, details with { Qualifications = [] });
        Assert.Equal([CrewRole.Deckhand], details.Qualifications);
    }

    [Fact]
    public void A_new_member_needs_a_name_and_an_address_and_is_crew_unless_another_role_is_chosen()
    {
        var (details, refusal) = Read("{}");

        Assert.Equal(["Enter an email address.", "Enter the person's name."], Messages(refusal));
        Assert.Equal((MemberRole.Crew, "", ""), (details.Role, details.Name, details.Email));
        Assert.Empty(details.Qualifications);
        Assert.Equal(["Choose a role."],
            Messages(Read("""{ "name": "Sam", "email": "s@example.com", "role": null }""").Refusal));
    }

    [Fact]
    public void Fields_that_are_not_sent_keep_their_values()
    {
        var (details, refusal) = Read("{}", Sam);

        Assert.Null(refusal);
        Assert.Equal(Sam, details);
    }

    [Fact]
    public void The_phone_number_has_at_most_40_characters()
    {
        Assert.Null(Read($$"""{ "phone": "{{new string('1', 40)}}" }""", Sam).Refusal);
        Assert.Equal(["phone"], Read($$"""{ "phone": "{{new string('1', 41)}}" }""", Sam).Refusal!.Errors!.Keys);
    }

    [Fact]
    public void The_office_cannot_change_the_address_of_a_member()
    {
        Assert.Null(Read("""{ "email": "sam@example.com" }""", Sam).Refusal);

        var (details, refusal) = Read("""{ "email": "office@example.com" }""", Sam);

        Assert.Equal(["Only the person can change the address."], Messages(refusal));
        Assert.Equal(["email"], refusal!.Errors!.Keys);
        Assert.Equal("sam@example.com", details.Email);
    }

    [Theory]
    [InlineData("""{ "status": "suspended" }""", false, true)]
    [InlineData("""{ "status": "active" }""", true, false)]
    [InlineData("""{ "status": "invited" }""", true, false)]
    [InlineData("""{ "status": null }""", true, true)]
    [InlineData("""{ "status": "gone" }""", true, true)]
    [InlineData("{}", false, false)]
    public void The_status_suspends_a_member_or_ends_the_suspension(string json, bool before, bool after) =>
        Assert.Equal(after, Read(json, Sam with { Suspended = before }).Details.Suspended);

    private static (MemberDetails Details, Refusal? Refusal) Read(string json, MemberDetails? current = null)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        return (MemberDetails.Read(input, current), input.Refusal);
    }

    private static IEnumerable<string> Messages(Refusal? refusal) =>
        refusal!.Errors!.Values.SelectMany(messages => messages).Select(message => $"{message}");
}
