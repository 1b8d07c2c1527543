using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

public sealed partial class GuestTests
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

        Assert.Equal((false, null, null), (guest.HasSigned, guest.SignedAt, guest.SignerName));
    }

    [Fact]
    public void Only_the_first_signature_counts_and_another_signer_is_recorded()
    {
        var (guest, first) = (Unsigned(), Guid.CreateVersion7());
        guest.TakeEvents();

        guest.Sign(first, "Ben Party", Office);
        guest.Sign(Guid.CreateVersion7(), "Petra Party", Office with { At = Office.At.AddHours(1) });

        Assert.Equal((first, "Ben Party", Office.At), (guest.WaiverId, guest.SignerName, guest.SignedAt));
        Assert.Equal(new WaiverSigned(Charter, guest.Id, first), Assert.Single(guest.TakeEvents()));
    }

    [Fact]
    public void A_second_new_name_keeps_the_first_signer_and_a_guest_who_has_not_signed_gets_none()
    {
        var (signed, unsigned) = (Signed(), Unsigned());

        signed.Change(signed.Details with { Name = "Paul Cole" });
        signed.Change(signed.Details with { Name = "Robin Cole" });
        unsigned.Change(unsigned.Details with { Name = "Paul Cole" });

        Assert.Equal(("Petra Party", null), (signed.SignerName, unsigned.SignerName));
    }

    [Fact]
    public void A_signature_for_a_minor_stays_when_the_minor_is_changed()
    {
        var guest = new Guest(
            Guid.CreateVersion7(), Charter, new() { Name = "Mia", IsMinor = true }, GuestSource.Office, Office);
        guest.Sign(Guid.CreateVersion7(), "Petra Party", Office);

        guest.Change(guest.Details with { GuardianName = "Petra Party" });

        Assert.Equal((true, "Petra Party"), (guest.HasSigned, guest.SignerName));
    }

    [Fact]
    public void A_request_to_sign_needs_an_address_and_no_signature()
    {
        var (guest, signed) = (Unsigned(), Signed());
        Assert.Equal(("no_address", "There is no email address for Petra Party. Show the link instead."),
            (guest.AskToSign()!.Code, $"{guest.AskToSign()!.Message}"));
        Assert.Equal(("signed", "Petra Party has signed."),
            (signed.AskToSign()!.Code, $"{signed.AskToSign()!.Message}"));
        guest.Change(guest.Details with { Email = "petra@example.com" });
        guest.TakeEvents();

        Assert.Null(guest.AskToSign());

        Assert.Equal(new WaiverAsked(Charter, guest.Id), Assert.Single(guest.TakeEvents()));
    }

    private static readonly Guid Charter = Guid.CreateVersion7();

    private static Guest Unsigned() =>
        new(Guid.CreateVersion7(), Charter, new() { Name = "Petra Party" }, GuestSource.Office, Office);

    private static Guest Signed()
    {
        var guest = Unsigned();
        guest.Sign(Guid.CreateVersion7(), "Petra Party", Office);
        return guest;
    }
}
