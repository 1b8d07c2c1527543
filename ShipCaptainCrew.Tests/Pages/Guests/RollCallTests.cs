using Bunit;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class RollCallTests : FragmentTestBase
{
    [Fact]
    public void It_names_who_is_aboard_and_where_everyone_else_is()
    {
        var roll = Roll(
            TestGuests.Guest("Ben", GuestStatus.Boarded), TestGuests.Guest("Mia", GuestStatus.Arrived),
            TestGuests.Guest("Tom", GuestStatus.NoShow), TestGuests.WalkUp("Robin"));

        Assert.Equal(["Aboard by the list: 1", "Not aboard"], Texts(roll.FindAll("h3")));
        Assert.Equal(["Ben"], Texts(roll.FindAll("ol li")));
        Assert.Equal(["MiaArrived", "TomNo-show", "RobinWaiting"], Texts(roll.FindAll("ul li")));
    }

    [Fact]
    public void With_nobody_on_the_list_both_columns_are_empty()
    {
        Assert.Equal("Aboard by the list: 0 Not aboard", Roll().Words());
        Assert.Empty(Roll().FindAll("li"));
    }

    private IRenderedComponent<RollCall> Roll(params Guest[] guests) =>
        Show<RollCall>(roll => roll.Add(p => p.Manifest, TestGuests.Manifest(guests)).Add(p => p.Id, "roll"));
}
