using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Tests.Domain.Guests;

/// <summary>Who must be placed, and where a guest is.</summary>
public sealed partial class GuestTests
{
    [Theory]
    [InlineData(GuestSource.Office, true)]
    [InlineData(GuestSource.PartyLink, false)]
    [InlineData(GuestSource.Import, true)]
    [InlineData(GuestSource.DockLink, false)]
    public void Only_guests_whom_a_link_added_must_be_placed(GuestSource source, bool isPlaced)
    {
        var guest = new Guest(Guid.CreateVersion7(), Charter, new() { Name = "Ben" }, source, Office);

        Assert.Equal((isPlaced, isPlaced, Office.At), (guest.IsPlaced, guest.IsComing, guest.AddedAt));
        Assert.Equal(new GuestAdded(Charter, guest.Id, source), Assert.Single(guest.TakeEvents()));

        guest.Place();
        guest.Place();
        Assert.True(guest.IsPlaced);
        Assert.Equal(isPlaced ? [] : [new GuestPlaced(Charter, guest.Id)], guest.TakeEvents());
    }

    [Fact]
    public void A_guest_who_boards_has_arrived_and_a_guest_who_steps_off_is_still_at_the_dock()
    {
        var guest = Unsigned();

        guest.Mark(GuestStatus.Boarded, Office);
        Assert.Equal((Office.At, Office.At), (guest.ArrivedAt, guest.BoardedAt));
        Assert.Equal(new GuestMarked(Charter, guest.Id, GuestStatus.Boarded), guest.TakeEvents()[^1]);
        guest.Mark(GuestStatus.Arrived, Office with { At = Office.At.AddMinutes(5) });
        Assert.Equal((Office.At, null), (guest.ArrivedAt, guest.BoardedAt));
        guest.Mark(GuestStatus.NoShow, Office with { At = Office.At.AddMinutes(9) });
        Assert.Equal((null, Office.At.AddMinutes(9), false), (guest.ArrivedAt, guest.NoShowAt, guest.IsComing));
        guest.Mark(GuestStatus.Expected, Office);
        Assert.Equal((null, null, null), (guest.ArrivedAt, guest.BoardedAt, guest.NoShowAt));
    }
}
