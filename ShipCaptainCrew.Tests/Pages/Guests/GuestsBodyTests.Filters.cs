using Bunit;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class GuestsBodyTests
{
    [Fact]
    public void The_head_says_how_many_are_aboard_and_the_filters_how_many_are_not()
    {
        var body = Body(Viewers.Kim, TestGuests.Guest("Ben", GuestStatus.Boarded).Signed(),
            TestGuests.Guest("Mia", GuestStatus.Arrived), TestGuests.Guest("Tom", GuestStatus.NoShow));

        Assert.Equal("1 of 2 aboard", body.Find("#aboard").Words());
        Assert.Equal(["complete", "in_progress"],
            body.FindAll("#aboard i").Select(part => part.GetAttribute("data-s")));
        Assert.Equal(["All 3", "Not aboard 1", "Not signed 1"], Texts(body.FindAll("#chips a")));
        Assert.Equal("All 3", body.Find("#chips [aria-current=true]").Words());
    }

    [Fact]
    public void Guests_are_listed_by_name() =>
        Assert.Equal(["ana", "Ben", "Éva", "Zoe"], Texts(Body(
            Viewers.Kim, TestGuests.Guest("Zoe"), TestGuests.Guest("Éva"), TestGuests.Guest("ana"),
            TestGuests.Guest("Ben")).FindAll("#items legend")));

    [Theory]
    [InlineData(GuestsShown.NotAboard, null, "Everyone is aboard.")]
    [InlineData(GuestsShown.NotSigned, null, "Everyone has signed.")]
    [InlineData(GuestsShown.All, "%", "Nobody called “%”. Try a part of the name.")]
    public void A_filter_that_nobody_fits_says_so(GuestsShown show, string? find, string expected)
    {
        var body = Body(Viewers.Kim, GuestFilters.None with { Show = show, Find = find },
            TestGuests.Guest("Ben Cole", GuestStatus.Boarded).Signed());

        Assert.Equal(expected, body.Find(".empty[role=status]").Words());
        Assert.Empty(body.FindAll("#items li"));
    }

    [Fact]
    public void A_filtered_list_refreshes_and_posts_with_its_filter()
    {
        var filter = GuestFilters.None with { Show = GuestsShown.NotAboard, Find = "Né" };
        var body = Body(Viewers.Kim, filter, TestGuests.Guest("Nela"));
        var query = $"?show=not_aboard&find=N%C3%A9&seen={filter.Seen.ToUnixTimeMilliseconds()}";

        Assert.Equal(Viewers.PagesOf(charter).Guests + query, body.Attribute("#guests", "hx-get"));
        Assert.EndsWith(query, body.Attribute("#items form", "action"), StringComparison.Ordinal);
        Assert.Equal(("Né", "not_aboard"),
            (body.Attribute("#find", "value"), body.Attribute("[role=search] [name=show]", "value")));
    }
}
