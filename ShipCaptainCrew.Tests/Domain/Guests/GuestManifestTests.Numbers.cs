using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>Who counts as late, aboard or coming.</summary>
public sealed partial class GuestManifestTests
{
    [Fact]
    public void A_guest_who_boards_at_the_time_of_the_orientation_is_not_late()
    {
        var (onTime, late) = (GuestWith("Ben", GuestStatus.Expected), GuestWith("Mia", GuestStatus.Expected));
        onTime.Mark(GuestStatus.Boarded, Kim with { At = Now.AddMinutes(5) });
        late.Mark(GuestStatus.Boarded, Kim with { At = Now.AddMinutes(5).AddTicks(1) });

        Assert.Equal([late], new GuestManifest([onTime, late], null, false).Late(new(Kim.MemberId!.Value,
            Now.AddMinutes(5), "")));
        Assert.Contains(
            new GuestManifest([onTime, late], Mustered(2, 2), false).Blockers(2),
            blocker => $"{blocker.Message}" == "1 boarded after the safety talk.");
    }

    [Fact]
    public void Head_counts_at_return_are_needed_only_with_guests_aboard()
    {
        var muster = Mustered(1, 1);
        Guest[] aboard = [GuestWith("Ben", GuestStatus.Boarded)], ashore = [GuestWith("Ben", GuestStatus.Arrived)];

        Assert.Equal([GuestManifest.HeadCountMissing],
            new GuestManifest(aboard, muster, false).CountsBack(2).Select(blocker => blocker.Code));
        Assert.Empty(new GuestManifest(ashore, muster, false).CountsBack(2));
        muster.Count(CountOf.Return, 1, Kim);
        Assert.Empty(new GuestManifest(aboard, muster, false).CountsBack(1));
    }

    [Fact]
    public void The_list_counts_who_comes_has_signed_has_boarded_and_waits()
    {
        var (signed, walkUp) = (Signed(GuestWith("Ben", GuestStatus.Boarded)), WalkUp("Robin"));
        var (unsigned, noShow) = (GuestWith("Mia", GuestStatus.Arrived), Signed(GuestWith("Tom", GuestStatus.NoShow)));
        var manifest = new GuestManifest([signed, walkUp, unsigned, noShow], null, true);

        Assert.Equal([signed, unsigned], manifest.Coming);
        Assert.Equal((1, 1), (manifest.Signed, manifest.Boarded));
        Assert.Equal([unsigned], manifest.Unsigned);
        Assert.Equal([walkUp], manifest.Waiting);
        Assert.Empty((manifest with { SignsWaiver = false }).Unsigned);
    }
}
