using CsCheck;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>Boarding and walk-ups.</summary>
public sealed partial class GuestManifestTests
{
    [Fact]
    public void Boarding_after_the_orientation_and_the_email_reopens_both()
    {
        var late = GuestWith("Mia", GuestStatus.Expected);
        var manifest = new GuestManifest([GuestWith("Ben", GuestStatus.Boarded), late], Mustered(1, 1), false);
        Assert.Empty(manifest.Blockers(2));

        late.Mark(GuestStatus.Boarded, Kim with { At = Now.AddMinutes(20) });

        Assert.Equal(
            [GuestManifest.HeadCountMismatch, GuestManifest.OrientationMissing, GuestManifest.CountNotSentAshore],
            manifest.Blockers(2).Select(blocker => blocker.Code));
        Assert.Equal(["Mia"], manifest.Late(manifest.Muster!.Orientation!).Select(guest => guest.Name));
    }

    [Fact]
    public void A_guest_has_one_status_at_a_time_and_setting_it_again_changes_nothing() =>
        Gen.Enum<GuestStatus>().List[1, 8].Sample(statuses =>
    {
        var guest = GuestWith("Ben", GuestStatus.Expected);
        foreach (var where in statuses)
        {
            Assert.Null(guest.Mark(where, Kim));
            var (arrived, boarded, noShow) = (guest.ArrivedAt, guest.BoardedAt, guest.NoShowAt);
            Assert.Null(guest.Mark(where, Sam with { At = Now.AddHours(1) }));
            Assert.Equal(
                (where, arrived, boarded, noShow), (guest.Where, guest.ArrivedAt, guest.BoardedAt, guest.NoShowAt));
        }
    });

    [Fact]
    public void A_walk_up_can_board_only_after_the_crew_puts_them_on_the_list()
    {
        var guest = WalkUp("Robin");
        var refusal = guest.Mark(GuestStatus.Boarded, Kim)!;
        Assert.Equal(("not_placed", "Robin is not on the list yet. Add them first."),
            (refusal.Code, $"{refusal.Message}"));

        guest.Place();

        Assert.Null(guest.Mark(GuestStatus.Boarded, Kim));
        Assert.True(guest.IsComing);
    }
}
