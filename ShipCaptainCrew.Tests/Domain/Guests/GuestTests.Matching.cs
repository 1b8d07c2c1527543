using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>A waiting entry that is of a guest on the list.</summary>
public sealed partial class GuestTests
{
    [Fact]
    public void A_guest_takes_over_the_signature_and_the_needs_of_their_waiting_entry()
    {
        var (listed, waiting) = (Minor(GuestSource.Office), Minor(GuestSource.PartyLink, "Nuts"));
        var signed = Guid.CreateVersion7();
        waiting.Sign(signed, "Ana Cole", Office);
        listed.TakeEvents();

        Assert.Null(listed.Match(waiting));

        Assert.Equal((signed, Office.At, "Ana Cole", "Nuts"),
            (listed.WaiverId, listed.SignedAt, listed.SignerName, listed.Needs));
        Assert.Equal(["waiver.signed", "guest.changed", "guest.matched"], listed.TakeEvents().Select(e => e.Kind));
    }

    [Fact]
    public void The_first_signature_and_the_known_needs_are_kept()
    {
        var (listed, waiting) = (Minor(GuestSource.Office, "Bees"), Minor(GuestSource.PartyLink, "Nuts"));
        var first = Guid.CreateVersion7();
        listed.Sign(first, "Ana Cole", Office);
        waiting.Sign(Guid.CreateVersion7(), "Dan Cole", Office);
        listed.TakeEvents();

        Assert.Null(listed.Match(waiting));

        Assert.Equal((first, "Ana Cole", "Bees"), (listed.WaiverId, listed.SignerName, listed.Needs));
        Assert.Equal([new GuestMatched(Charter, listed.Id, waiting.Id)], listed.TakeEvents());
    }

    [Fact]
    public void Only_a_waiting_entry_of_the_same_age_matches_a_guest_on_the_list()
    {
        var listed = Minor(GuestSource.Office);

        Assert.Equal("not_placed", Minor(GuestSource.DockLink).Match(Minor(GuestSource.DockLink))!.Code);
        Assert.Equal("placed", listed.Match(Minor(GuestSource.Import))!.Code);
        Assert.Equal("not_same", listed.Match(
            new(Guid.CreateVersion7(), Charter, new() { Name = "Mia" }, GuestSource.DockLink, Office))!.Code);
    }

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

    private static Guest Minor(GuestSource source, string? needs = null) =>
        new(Guid.CreateVersion7(), Charter, new() { Name = "Mia", IsMinor = true, Needs = needs }, source, Office);
}
