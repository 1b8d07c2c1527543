using Bunit;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class GuestCountsTests : FragmentTestBase
{
    private static readonly GuestManifest Three = TestGuests.Manifest(
        TestGuests.Guest("Ben", GuestStatus.Boarded).Signed(),
        TestGuests.Guest("Mia"),
        TestGuests.Guest("Tom", GuestStatus.NoShow));

    [Fact]
    public void It_counts_who_boarded_is_listed_expected_and_has_signed() =>
        Counts(Three, expected: 4).MarkupMatches(
            """<p id="counts"><b>1 boarded</b>, 2 listed, 4 expected, 1 signed</p>""");

    [Fact]
    public void Numbers_that_are_not_known_are_left_out() =>
        Assert.Equal("1 boarded, 2 listed", Counts(Three with { SignsWaiver = false }, expected: null).Words());

    [Fact]
    public void Who_has_yet_to_count_does_not_see_who_boarded() =>
        Assert.Equal("2 listed, 4 expected, 1 signed", Counts(Three, expected: 4, isBlind: true).Words());

    [Fact]
    public void In_the_response_to_a_tap_it_replaces_the_counts_on_the_page() =>
        Assert.Equal("outerMorph", Counts(Three, 4, outOfBand: true).Attribute("#counts", "hx-swap-oob"));

    private IRenderedComponent<GuestCounts> Counts(
        GuestManifest manifest, int? expected, bool isBlind = false, bool outOfBand = false) =>
        Show<GuestCounts>(counts => counts.Add(p => p.Manifest, manifest).Add(p => p.Expected, expected)
            .Add(p => p.IsBlind, isBlind).Add(p => p.OutOfBand, outOfBand));
}
