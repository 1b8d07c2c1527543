using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>Mia was born on July 5, 2008, and is of age on July 5, 2026.</summary>
public sealed class GuestAgeTests
{
    private static readonly DateOnly Born = new(2008, 7, 5);
    private static readonly DateOnly DayBefore = new(2026, 7, 4);
    private static readonly DateOnly Birthday = new(2026, 7, 5);

    [Fact]
    public void Who_is_18_on_the_moved_date_signs_for_themselves()
    {
        var mia = SignedByMother();

        mia.ListByAge(DayBefore);
        Assert.Equal((true, true), (mia.IsMinor, mia.HasSigned));
        mia.ListByAge(Birthday);
        Assert.Equal((false, false), (mia.IsMinor, mia.HasSigned));

        Assert.Equal([new GuestAgeChanged(mia.CharterId, mia.Id, IsMinor: false)], Ages(mia));
    }

    [Fact]
    public void Who_is_under_18_on_the_moved_date_needs_a_guardian_again()
    {
        var mia = Minor();
        mia.SignsAsAdult(Born, Birthday);
        mia.Sign(Guid.CreateVersion7(), "Mia Cole", UtcCharter.ByKim(10));

        mia.ListByAge(DayBefore);

        Assert.Equal((true, false), (mia.IsMinor, mia.HasSigned));
        Assert.Equal([false, true], Ages(mia).Select(age => age.IsMinor));
    }

    [Fact]
    public void What_the_office_says_of_the_age_replaces_the_date_of_birth_and_the_signature()
    {
        var mia = SignedByMother();

        mia.Change(mia.Details with { IsMinor = false });

        Assert.Equal((null, false), (mia.OfAgeOn, mia.HasSigned));
        mia.ListByAge(DayBefore);
        Assert.False(mia.IsMinor);
    }

    private static Guest Minor() => TestGuests.Guest(new GuestDetails { Name = "Mia Cole", IsMinor = true });

    private static Guest SignedByMother()
    {
        var mia = Minor();
        mia.Sign(Guid.CreateVersion7(), "Ana Cole", UtcCharter.ByKim(10), Born);
        return mia;
    }

    private static IEnumerable<GuestAgeChanged> Ages(Guest guest) => guest.TakeEvents().OfType<GuestAgeChanged>();
}
