using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>What blocks lines off because of the guests.</summary>
public sealed partial class GuestManifestTests
{
    private static readonly Guid Operator = Guid.CreateVersion7(), CharterId = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 16, 0, 0, TimeSpan.Zero);
    private static readonly Actor Kim = new(Guid.CreateVersion7(), Now), Sam = new(Guid.CreateVersion7(), Now);

    [Fact]
    public void A_charter_without_a_guest_list_has_no_blockers()
    {
        Assert.Empty(GuestManifest.Nobody.Blockers(2));
        Assert.Empty(new GuestManifest([WalkUp("Robin")], null, true).Blockers(2));
        Assert.Empty(new GuestManifest([GuestWith("Ben", GuestStatus.NoShow)], null, true).Blockers(2));
    }

    [Fact]
    public void A_complete_guest_list_has_no_blockers()
    {
        Guest[] guests =
        [
            Signed(GuestWith("Ben", GuestStatus.Boarded)),
            Signed(GuestWith("Mia", GuestStatus.Boarded)),
            GuestWith("Tom", GuestStatus.NoShow),
        ];

        Assert.Empty(new GuestManifest(guests, Mustered(2, 2), true).Blockers(2));
    }

    /// <summary>
    /// For guests in any status: one blocker for each who is expected and has not signed, and no others.
    /// </summary>
    [Fact]
    public void Exactly_the_expected_guests_without_a_waiver_are_blockers() => Guests.Sample(guests =>
    {
        var blockers = new GuestManifest(guests, null, true).Blockers(1).Where(IsUnsigned);

        Assert.Equal(
            guests.Where(guest => guest is { IsComing: true, HasSigned: false }).Select(guest => guest.Id),
            blockers.Select(blocker => blocker.Id!.Value));
        Assert.DoesNotContain(new GuestManifest(guests, null, false).Blockers(1), IsUnsigned);

        static bool IsUnsigned(Blocker blocker) => blocker.Code == GuestManifest.WaiverUnsigned;
    });

    /// <summary>
    /// Head counts are complete exactly if enough people counted and each number equals the number boarded.
    /// </summary>
    [Fact]
    public void Head_counts_agree_only_if_enough_people_counted_the_boarded_number() =>
        Gen.Select(Guests, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 3])
            .Sample((guests, first, second, crew, counters) =>
            {
                var muster = new Muster(Operator, CharterId);
                if (counters > 0) muster.Count(CountOf.Departure, first, Kim);
                if (counters > 1) muster.Count(CountOf.Departure, second, Sam);
                var manifest = new GuestManifest(guests, muster, false);

                var codes = manifest.Counts(CountOf.Departure, crew).Select(blocker => blocker.Code).ToList();

                var given = new[] { first, second }.Take(counters).ToList();
                Assert.Equal(given.Count < (crew >= 2 ? 2 : 1), codes.Contains(GuestManifest.HeadCountMissing));
                Assert.Equal(
                    given.Exists(count => count != manifest.Boarded),
                    codes.Contains(GuestManifest.HeadCountMismatch));
            });

    [Fact]
    public void Counts_by_the_same_person_count_once()
    {
        var muster = new Muster(Operator, CharterId);
        muster.Count(CountOf.Departure, 3, Kim);
        muster.Count(CountOf.Departure, 2, Kim with { At = Now.AddMinutes(1) });
        muster.Count(CountOf.Departure, 2, Kim with { At = Now.AddMinutes(2) });

        Assert.Equal([3, 2], muster.Counts.Select(count => count.Guests));
        Assert.Equal(2, Assert.Single(muster.Latest(CountOf.Departure)).Guests);
        Assert.Contains(new GuestManifest([], muster, false).Counts(CountOf.Departure, 2),
            blocker => blocker.Code == GuestManifest.HeadCountMissing);
        Assert.Empty(muster.Latest(CountOf.Return));
    }

    [Fact]
    public void Every_guest_blocker_can_be_overridden() => Guests.Sample(guests =>
    {
        foreach (var muster in new[] { null, Mustered(9, 9) })
            Assert.All(
                new GuestManifest(guests, muster, true).Blockers(2), blocker => Assert.True(blocker.MayBeOverridden));
        guests.ForEach(guest => guest.Mark(GuestStatus.Boarded, Kim with { At = Now.AddHours(1) }));
        Assert.All(
            new GuestManifest(guests, Mustered(9, 9), true).Blockers(2),
            blocker => Assert.True(blocker.MayBeOverridden));
    });

    private static Gen<List<Guest>> Guests => Gen.Select(Gen.Enum<GuestStatus>(), Gen.Bool, Gen.Bool)
        .Select((status, hasSigned, isListed) =>
        {
            var guest = isListed ? GuestWith("Guest", status) : WalkUp("Walk-up");
            return hasSigned ? Signed(guest) : guest;
        }).List[0, 5];

    private static Guest WalkUp(string name) =>
        new(Operator, CharterId, new() { Name = name }, GuestSource.DockLink, Kim);

    private static Guest GuestWith(string name, GuestStatus where)
    {
        var guest = new Guest(Operator, CharterId, new() { Name = name }, GuestSource.Office, Kim);
        guest.Mark(where, Kim);
        return guest;
    }

    private static Guest Signed(Guest guest)
    {
        guest.Sign(Guid.CreateVersion7(), "Ben Cole", Kim);
        return guest;
    }

    private static Muster Mustered(int guests, int ashore)
    {
        var muster = new Muster(Operator, CharterId);
        muster.Count(CountOf.Departure, guests, Kim);
        muster.Count(CountOf.Departure, guests, Sam);
        muster.Orient("Life jackets", Kim with { At = Now.AddMinutes(5) });
        muster.SendAshore(ashore, "", Kim);
        return muster;
    }
}
