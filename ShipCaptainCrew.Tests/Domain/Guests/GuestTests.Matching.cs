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

    private static Guest Minor(GuestSource source, string? needs = null) =>
        new(Guid.CreateVersion7(), Charter, new() { Name = "Mia", IsMinor = true, Needs = needs }, source, Office);
}
