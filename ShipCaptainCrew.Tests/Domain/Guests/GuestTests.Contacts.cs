using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>The address and phone of a waiting entry that is of a guest on the list.</summary>
public sealed partial class GuestTests
{
    [Fact]
    public void The_address_and_phone_of_a_waiting_entry_are_taken_over_where_none_are_known()
    {
        var (known, unknown) = (Adult(new() { Name = "Ana", Email = "a@guests.example", Phone = "1" }),
            Adult(new() { Name = "Ana" }));
        foreach (var listed in new[] { known, unknown })
        {
            var waiting = Adult(
                new() { Name = "Ana", Email = "b@guests.example", Phone = "2" }, GuestSource.PartyLink);
            waiting.Sign(Guid.CreateVersion7(), "Ana", Office);
            Assert.Null(listed.Match(waiting));
        }

        Assert.Equal(("a@guests.example", "1"), (known.Email, known.Phone));
        Assert.Equal(("b@guests.example", "2"), (unknown.Email, unknown.Phone));
    }

    /// <summary>Else the request to sign would be mailed to an address that anybody may have typed.</summary>
    [Fact]
    public void The_address_of_an_entry_that_was_not_signed_is_not_taken_over()
    {
        var listed = Adult(new() { Name = "Ana" });

        Assert.Null(listed.Match(
            Adult(new() { Name = "Ana", Email = "b@guests.example", Phone = "2" }, GuestSource.PartyLink)));

        Assert.Equal((null, "2"), (listed.Email, listed.Phone));
    }

    private static Guest Adult(GuestDetails details, GuestSource source = GuestSource.Office) =>
        new(Guid.CreateVersion7(), Charter, details, source, Office);
}
