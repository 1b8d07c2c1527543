using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

/// <summary>Filters of the guest list. Guests are marked at 16:45 and sign at 10:00.</summary>
public sealed class GuestFilterTests
{
    private static readonly DateTimeOffset Now = UtcCharter.At(17, 0);

    [Theory]
    [InlineData("", GuestsShown.All, null)]
    [InlineData("?show=not_aboard&find=+Cole%20", GuestsShown.NotAboard, "Cole")]
    [InlineData("?show=not_signed&find=%E2%80%8B", GuestsShown.NotSigned, null)]
    [InlineData("?show=everyone&find=%25", GuestsShown.All, "%")]
    public void An_address_says_what_to_show(string address, GuestsShown show, string? find) =>
        Assert.Equal(new GuestFilter(show, find, Now), Of(address));

    [Fact]
    public void A_text_that_is_too_long_is_cut_off_between_characters() =>
        Assert.Equal(string.Concat(Enumerable.Repeat("⛵🐬", 50)),
            Of("?find=" + string.Concat(Enumerable.Repeat("⛵🐬", 250))).Find);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    public void A_time_of_loading_that_cannot_be_is_now(string seen) => Assert.Equal(Now, Of($"?seen={seen}").Seen);

    [Fact]
    public void An_address_with_the_filter_is_read_as_the_same_filter()
    {
        var filter = new GuestFilter(GuestsShown.NotSigned, "O’Brien & Söhne", Now);

        Assert.Equal(filter, Of(new Uri(filter.On("http://ship.test/guests?handler=Place")).Query));
        Assert.Equal("/guests", GuestFilters.None.On("/guests"));
    }

    [Theory]
    [InlineData("brien", "O’Brien, Éva")]
    [InlineData("EVA OB", "O’Brien, Éva")]
    [InlineData("ana", "Mia Cole")]
    [InlineData("-", "Mia Cole|O’Brien, Éva|שרה ⛵")]
    [InlineData("שר", "שרה ⛵")]
    [InlineData("⛵", "שרה ⛵")]
    [InlineData("%", "")]
    public void A_guest_is_found_by_any_part_of_their_or_their_guardians_name(string find, string names) =>
        Assert.Equal(names, Names(GuestFilters.None with { Find = find },
            TestGuests.Guest("O’Brien, Éva"), TestGuests.Guest("שרה ⛵"),
            TestGuests.Guest(new GuestDetails { Name = "Mia Cole", IsMinor = true, GuardianName = "Ana Cole" })));

    [Fact]
    public void Whoever_no_longer_fits_stays_until_the_next_load()
    {
        Guest[] guests =
        [
            TestGuests.Guest("Aboard", GuestStatus.Boarded), TestGuests.Guest("Expected"),
            TestGuests.Guest("No-show", GuestStatus.NoShow), TestGuests.Guest("Signed").Signed(),
        ];
        var (aboard, signed) = (new GuestFilter(GuestsShown.NotAboard, null, Now),
            new GuestFilter(GuestsShown.NotSigned, null, Now));

        Assert.Equal("Expected|Signed", Names(aboard, guests));
        Assert.Equal("Aboard|Expected|No-show|Signed", Names(aboard with { Seen = UtcCharter.At(16, 30) }, guests));
        Assert.Equal("Aboard|Expected", Names(signed, guests));
        Assert.Equal("Aboard|Expected|No-show|Signed", Names(signed with { Seen = UtcCharter.At(9, 59) }, guests));
    }

    private static string Names(GuestFilter filter, params Guest[] guests) =>
        string.Join('|', filter.Choose(TestGuests.Manifest(guests)).Select(guest => guest.Name));

    private static GuestFilter Of(string query) =>
        GuestFilter.Of(new QueryCollection(QueryHelpers.ParseQuery(query)), Now);
}
