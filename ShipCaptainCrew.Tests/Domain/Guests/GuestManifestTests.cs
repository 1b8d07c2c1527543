using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>What of the guests holds the boat.</summary>
public sealed class GuestManifestTests
{
    private static readonly Guid Operator = Guid.CreateVersion7(), Charter = Guid.CreateVersion7();
    private static readonly DateTimeOffset Now = new(2026, 7, 4, 16, 0, 0, TimeSpan.Zero);
    private static readonly Actor Kim = new(Guid.CreateVersion7(), Now), Sam = new(Guid.CreateVersion7(), Now);

    [Fact]
    public void A_charter_without_a_list_of_guests_has_nobody_to_account_for()
    {
        Assert.Empty(GuestManifest.Nobody.Blockers(2));
        Assert.Empty(new GuestManifest([WalkUp("Robin")], null, true).Blockers(2));
        Assert.Empty(new GuestManifest([Somebody("Ben", GuestStatus.NoShow)], null, true).Blockers(2));
    }

    [Fact]
    public void A_full_list_that_was_signed_counted_told_and_sent_ashore_holds_nothing()
    {
        var guests =
            new[] { Signed(Somebody("Ben", GuestStatus.Boarded)), Signed(Somebody("Mia", GuestStatus.Boarded)),
                Somebody("Tom", GuestStatus.NoShow) };

        Assert.Empty(new GuestManifest(guests, Mustered(2, 2), true).Blockers(2));
    }

    /// <summary>
    /// Whatever happened to each guest, a line stands there for each who comes and has not signed, and for nobody else.
    /// </summary>
    [Fact]
    public void Every_one_who_comes_and_has_not_signed_is_named_and_nobody_else() => Guests.Sample(guests =>
    {
        var lines = new GuestManifest(guests, null, true).Blockers(1)
            .Where(line => line.Code == GuestManifest.WaiverUnsigned).Select(line => line.Id!.Value);

        Assert.Equal(
            guests.Where(guest => guest is { IsComing: true, HasSigned: false }).Select(guest => guest.Id), lines);
        Assert.DoesNotContain(
            new GuestManifest(guests, null, false).Blockers(1), line => line.Code == GuestManifest.WaiverUnsigned);
    });

    /// <summary>
    /// The counts are green exactly where enough people counted and each number is the one of the boarded list.
    /// </summary>
    [Fact]
    public void Counts_agree_only_where_enough_people_counted_what_the_list_says() =>
        Gen.Select(Guests, Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 3])
            .Sample((guests, first, second, crew, counters) =>
    {
        var muster = new Muster(Operator, Charter);
        if (counters > 0) muster.Count(CountOf.Departure, first, Kim);
        if (counters > 1) muster.Count(CountOf.Departure, second, Sam);
        var manifest = new GuestManifest(guests, muster, false);

        var lines = manifest.Counts(CountOf.Departure, crew).Select(line => line.Code).ToList();

        var given = new[] { first, second }.Take(counters).ToList();
        Assert.Equal(given.Count < (crew >= 2 ? 2 : 1), lines.Contains(GuestManifest.HeadCountMissing));
        Assert.Equal(given.Exists(count => count != manifest.Boarded), lines.Contains(GuestManifest.HeadCountMismatch));
    });

    [Fact]
    public void One_person_who_counts_twice_is_one_person()
    {
        var muster = new Muster(Operator, Charter);
        muster.Count(CountOf.Departure, 3, Kim);
        muster.Count(CountOf.Departure, 2, Kim with { At = Now.AddMinutes(1) });
        muster.Count(CountOf.Departure, 2, Kim with { At = Now.AddMinutes(2) });

        Assert.Equal([3, 2], muster.Counts.Select(count => count.Guests));
        Assert.Equal(2, Assert.Single(muster.Latest(CountOf.Departure)).Guests);
        Assert.Contains(new GuestManifest([], muster, false).Counts(CountOf.Departure, 2),
            line => line.Code == GuestManifest.HeadCountMissing);
        Assert.Empty(muster.Latest(CountOf.Return));
    }

    [Fact]
    public void Who_boards_after_the_talk_and_the_letter_raises_both_again()
    {
        var late = Somebody("Mia", GuestStatus.Expected);
        var manifest = new GuestManifest([Somebody("Ben", GuestStatus.Boarded), late], Mustered(1, 1), false);
        Assert.Empty(manifest.Blockers(2));

        late.Mark(GuestStatus.Boarded, Kim with { At = Now.AddMinutes(20) });

        Assert.Equal(
            [GuestManifest.HeadCountMismatch, GuestManifest.OrientationMissing, GuestManifest.CountNotSentAshore],
            manifest.Blockers(2).Select(line => line.Code));
        Assert.Equal(["Mia"], manifest.Late(manifest.Muster!.Orientation!).Select(guest => guest.Name));
    }

    [Fact]
    public void Every_line_about_guests_may_be_overridden_by_the_captain() => Guests.Sample(guests =>
        Assert.All(new GuestManifest(guests, null, true).Blockers(2), line => Assert.True(line.MayBeOverridden)));

    [Fact]
    public void Where_a_guest_is_is_one_thing_at_a_time_and_a_tap_twice_is_a_tap_once() =>
        Gen.Enum<GuestStatus>().List[1, 8].Sample(taps =>
    {
        var guest = Somebody("Ben", GuestStatus.Expected);
        foreach (var where in taps)
        {
            Assert.Null(guest.Mark(where, Kim));
            var (arrived, boarded, noShow) = (guest.ArrivedAt, guest.BoardedAt, guest.NoShowAt);
            Assert.Null(guest.Mark(where, Sam with { At = Now.AddHours(1) }));
            Assert.Equal(
                (where, arrived, boarded, noShow), (guest.Where, guest.ArrivedAt, guest.BoardedAt, guest.NoShowAt));
        }
    });

    [Fact]
    public void A_walk_up_goes_aboard_only_once_the_crew_has_placed_them()
    {
        var guest = WalkUp("Robin");
        Assert.Equal("not_placed", guest.Mark(GuestStatus.Boarded, Kim)?.Code);

        guest.Place();

        Assert.Null(guest.Mark(GuestStatus.Boarded, Kim));
        Assert.True(guest.IsComing);
    }

    private static Gen<List<Guest>> Guests => Gen.Select(Gen.Enum<GuestStatus>(), Gen.Bool, Gen.Bool).Select(made =>
    {
        var guest = made.Item3 ? Somebody("Guest", made.Item1) : WalkUp("Walk-up");
        return made.Item2 ? Signed(guest) : guest;
    }).List[0, 5];

    private static Guest WalkUp(string name) =>
        new(Operator, Charter, new() { Name = name }, GuestSource.DockLink, Kim);

    private static Guest Somebody(string name, GuestStatus where)
    {
        var guest = new Guest(Operator, Charter, new() { Name = name }, GuestSource.Office, Kim);
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
        var muster = new Muster(Operator, Charter);
        muster.Count(CountOf.Departure, guests, Kim);
        muster.Count(CountOf.Departure, guests, Sam);
        muster.Orient("Life jackets", Kim with { At = Now.AddMinutes(5) });
        muster.SendAshore(ashore, "", Kim);
        return muster;
    }
}
