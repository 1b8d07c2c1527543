using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Domain.Operators;

/// <summary>Reading and changing the standing orders.</summary>
public sealed class StandingOrdersTests
{
    private static readonly StandingOrdersDetails Changed =
        new([48], 45, new("Ann", "ann@example.com", "619 555 0100"), 7);

    [Fact]
    public void An_operator_starts_with_the_usual_orders()
    {
        var orders = new StandingOrders(Guid.CreateVersion7());

        Assert.Equal((30, Contact.None, 4), (orders.GraceMinutes, orders.ShoreContact, orders.WaiverYears));
        Assert.Equal([72, 24, 3], orders.ReminderHours);
        Assert.False(orders.HasEvents);
    }

    [Fact]
    public void The_grace_is_that_of_the_operator_or_thirty_minutes()
    {
        Assert.Equal(TimeSpan.FromMinutes(30), StandingOrdersDetails.GraceOf(null));
        Assert.Equal(TimeSpan.Zero, StandingOrdersDetails.GraceOf(0));
    }

    [Fact]
    public void A_change_is_logged_with_its_fields_and_unchanged_orders_are_not()
    {
        var orders = new StandingOrders(Guid.CreateVersion7());

        orders.Change(StandingOrdersDetails.Usual with { ReminderHours = [72, 24, 3] });
        Assert.False(orders.HasEvents);
        orders.Change(Changed);

        Assert.Empty(FieldDifferences.Differing(Changed, orders.Details));
        var logged = Assert.IsType<ReferenceDataRecorded>(Assert.Single(orders.TakeEvents()));
        Assert.Equal("standing_orders.changed", logged.Kind);
        Assert.Equal(["reminder_hours", "grace_minutes", "shore_contact", "waiver_years"], logged.Fields);
    }

    [Fact]
    public void All_fields_are_read_and_those_that_are_not_sent_keep_their_values()
    {
        var (read, refusal) = Read("""
            { "reminder_hours": "48", "grace_minutes": 45, "waiver_years": 7,
              "shore_contact": { "name": "Ann", "email": "ann@example.com", "phone": "619 555 0100" } }
            """, StandingOrdersDetails.Usual);

        Assert.Null(refusal);
        Assert.Empty(FieldDifferences.Differing(Changed, read));
        Assert.Empty(FieldDifferences.Differing(Changed, Read("{}", Changed).Orders));
    }

    [Fact]
    public void A_cleared_contact_is_nobody_and_cleared_reminders_are_none()
    {
        var (read, refusal) = Read("""{ "shore_contact": null, "reminder_hours": null }""", Changed);

        Assert.Null(refusal);
        Assert.Equal(Contact.None, read.ShoreContact);
        Assert.Empty(read.ReminderHours);
    }

    [Fact]
    public void The_grace_and_the_years_are_required()
    {
        var (read, refusal) = Read("""{ "grace_minutes": null, "waiver_years": null }""", Changed);

        Assert.Equal(
            ["Enter how many minutes of grace a return has.", "Enter how many years waivers are kept."],
            refusal!.Errors!.Values.Select(messages => $"{Assert.Single(messages)}"));
        Assert.Equal((0, 7), (read.GraceMinutes, read.WaiverYears));
    }

    [Theory]
    [InlineData("grace_minutes", 0, 720)]
    [InlineData("waiver_years", 1, 50)]
    public void A_number_is_accepted_up_to_its_limits(string field, int min, int max)
    {
        Assert.Null(Read($$"""{ "{{field}}": {{min}} }""", Changed).Refusal);
        Assert.Null(Read($$"""{ "{{field}}": {{max}} }""", Changed).Refusal);
        Assert.Equal([field], Read($$"""{ "{{field}}": {{min - 1}} }""", Changed).Refusal!.Errors!.Keys);
        Assert.Equal([field], Read($$"""{ "{{field}}": {{max + 1}} }""", Changed).Refusal!.Errors!.Keys);
    }

    private static (StandingOrdersDetails Orders, Refusal? Refusal) Read(string json, StandingOrdersDetails current)
    {
        var input = Input.Of(JsonNode.Parse(json)!.AsObject());
        return (StandingOrdersDetails.Read(input, current), input.Refusal);
    }
}
