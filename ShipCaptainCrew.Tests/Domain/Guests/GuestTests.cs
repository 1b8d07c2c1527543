using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

public sealed class GuestTests
{
    private static readonly Actor Office = new(Guid.CreateVersion7(), new(2026, 7, 4, 16, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_guest_renamed_after_signing_keeps_the_signer_name()
    {
        var guest = Signed();

        guest.Change(guest.Details with { Name = "Paul Cole" });

        Assert.Equal((true, "Petra Party"), (guest.HasSigned, guest.SignerName));
    }

    [Fact]
    public void Another_spelling_of_the_same_name_keeps_the_signature()
    {
        var guest = Signed();

        guest.Change(guest.Details with { Name = "petra  party" });

        Assert.Equal((true, null), (guest.HasSigned, guest.SignerName));
    }

    [Fact]
    public void A_signature_of_an_adult_is_dropped_when_they_become_a_minor()
    {
        var guest = Signed();

        guest.Change(guest.Details with { IsMinor = true, GuardianName = "Ben Party" });

        Assert.False(guest.HasSigned);
    }

    private static Guest Signed()
    {
        var (operatorId, charterId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var guest = new Guest(operatorId, charterId, new() { Name = "Petra Party" }, GuestSource.Office, Office);
        guest.Sign(Guid.CreateVersion7(), "Petra Party", Office);
        return guest;
    }
}
